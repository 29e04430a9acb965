package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesIT {
    @Test
    void tellTheBuyerWhatHappens() {
        var sale = Sale.shipped();
        sale.refund(Map.of("reason", "scratched")).expect(201);
        await().untilAsserted(() -> assertThat(kinds(sale))
                .containsExactlyInAnyOrder("order-confirmed", "order-shipped", "order-refunded"));
        var list = Target.staff().messages(sale.id());
        assertThat(list.at("/items/0").propertyNames())
                .contains("id", "to", "channel", "subject", "kind", "orderId", "status", "createdAt");
        for (var message : Page.items(list)) {
            assertThat(message.path("to").asString()).isEqualTo("ada@example.com");
            var whole = Target.admin()
                    .get("/api/admin/messages/" + message.path("id").asString())
                    .expect(200);
            assertThat(whole.body()).contains(sale.placed().text("/number"));
            assertThat(whole.at("/body").isMissingNode()).isFalse();
        }
    }

    @Test
    void aCancelledOrderIsTold() {
        var sale = Sale.placed("tok_decline");
        sale.settled();
        await().untilAsserted(() -> assertThat(kinds(sale)).containsExactly("order-cancelled"));
    }

    @Test
    void aPhoneIsToldOfTheShipment() {
        var account = Account.fresh();
        account.http().patch("/api/users/me", Map.of("phone", "+441632960961")).expect(200);
        var sale = Sale.confirmed(account.http());
        sale.ship(Map.of("trackingCode", "1Z999")).expect(201);
        await().untilAsserted(() -> {
            var sms = Page.items(Target.staff().messages(sale.id())).stream()
                    .filter(message -> message.path("to").asString().equals("+441632960961"))
                    .toList();
            assertThat(sms).singleElement().satisfies(message -> {
                assertThat(message.path("kind").asString()).isEqualTo("order-shipped");
                assertThat(message.path("channel").asString()).isEqualToIgnoringCase("sms");
            });
        });
        assertThat(Page.texts(Target.admin().get("/api/admin/messages?to=" + account.email()), "kind"))
                .contains("welcome", "order-confirmed", "order-shipped");
    }

    @Test
    void areFiltered() {
        var sale = Sale.confirmed();
        await().untilAsserted(() -> assertThat(kinds(sale)).isNotEmpty());
        var both = "/api/admin/messages?orderId=%s&to=%s";
        assertThat(Page.items(Target.admin().get(both.formatted(sale.id(), "ADA@example.com"))))
                .hasSize(1);
        assertThat(Page.items(Target.admin().get(both.formatted(sale.id(), "bob@example.com"))))
                .isEmpty();
        Target.admin().get("/api/admin/messages?orderId=x").expectField("validation.failed", "orderId");
        Target.admin().get("/api/admin/messages?to=").expectField("validation.failed", "to");
        for (var id : List.of(Ids.next().toString(), "none")) {
            Target.admin().get("/api/admin/messages/" + id).expectProblem(404, "notifications.not-found");
        }
    }

    private static List<String> kinds(Sale sale) {
        return Page.texts(Target.staff().messages(sale.id()), "kind");
    }
}
