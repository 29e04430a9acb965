package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payments as staff see them. */
class PaymentsIT {
    @Test
    void eachOrderHasOneWithAllThatWasTried() {
        var sale = Sale.confirmed();
        var payment = sale.payment();
        assertThat(payment.at("/items").size()).isEqualTo(1);
        var item = payment.at("/items/0");
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "orderId",
                        "provider",
                        "reference",
                        "status",
                        "amount",
                        "captured",
                        "refunded",
                        "attempts",
                        "createdAt");
        assertThat(item.path("orderId").asString()).isEqualTo(sale.id());
        assertThat(item.path("provider").asString()).isEqualTo("sandbox");
        assertThat(item.path("status").asString()).isEqualTo("CAPTURED");
        assertThat(item.path("amount")).isEqualTo(Edit.tree(Sale.eur(Sale.TOTAL)));
        assertThat(item.path("captured")).isEqualTo(Edit.tree(Sale.eur(Sale.TOTAL)));
        assertThat(item.path("refunded")).isEqualTo(Edit.tree(Sale.eur(0)));
        assertThat(item.path("attempts").valueStream())
                .isNotEmpty()
                .allSatisfy(attempt -> assertThat(attempt.propertyNames()).contains("at", "action", "outcome"));
        assertThat(payment.body()).as("the card's token").doesNotContain("tok_");
    }

    @Test
    void followRefunds() {
        var sale = Sale.confirmed();
        sale.refund(Map.of("amount", Sale.eur(300), "reason", "scratched")).expect(201);
        await().untilAsserted(() -> {
            var item = sale.payment().at("/items/0");
            assertThat(item.path("refunded")).isEqualTo(Edit.tree(Sale.eur(300)));
            assertThat(item.path("status").asString()).isEqualTo("PARTIALLY_REFUNDED");
        });
    }

    @Test
    void areListedAndFiltered() {
        var sale = Sale.confirmed();
        assertThat(Page.texts(Target.admin().get("/api/admin/payments?limit=100"), "orderId"))
                .contains(sale.id());
        assertThat(Page.items(Target.admin().get("/api/admin/payments?orderId=" + Ids.next())))
                .isEmpty();
        Target.admin().get("/api/admin/payments?orderId=x").expectField("validation.failed", "orderId");
    }
}
