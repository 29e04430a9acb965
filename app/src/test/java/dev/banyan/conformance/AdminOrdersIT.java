package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Buyer;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminOrdersIT {
    @Test
    void areFilteredAndNewestFirst() {
        var email = Account.freshEmail();
        var declined = order(email, "tok_decline");
        var confirmed = order(email, "tok_approve");
        var admin = Target.admin();
        var mine = "/api/admin/orders?email=" + email;
        assertThat(Page.texts(admin.get(mine), "id")).containsExactly(confirmed, declined);
        assertThat(Page.texts(admin.get(mine + "&status=CONFIRMED"), "id")).containsExactly(confirmed);
        assertThat(Page.texts(admin.get(mine + "&status=CANCELLED"), "id")).containsExactly(declined);
        assertThat(Page.texts(admin.get(mine + "&paymentStatus=DECLINED"), "id"))
                .containsExactly(declined);
        assertThat(Page.texts(admin.get(mine + "&fulfilmentStatus=UNFULFILLED"), "id"))
                .containsExactly(confirmed, declined);
        assertThat(Page.items(admin.get(mine + "&fulfilmentStatus=FULFILLED"))).isEmpty();
        assertThat(Page.items(admin.get(mine + "&from=2999-01-01T00:00:00Z"))).isEmpty();
        assertThat(Page.items(admin.get(mine + "&to=2001-01-01T00:00:00Z"))).isEmpty();
        var at = admin.get("/api/admin/orders/" + confirmed).text("/createdAt");
        assertThat(Page.texts(admin.get(mine + "&from=" + at), "id")).containsExactly(confirmed);
        assertThat(Page.texts(admin.get(mine + "&to=" + at), "id")).containsExactly(declined);
        assertThat(Page.rest(admin, mine, admin.get(mine + "&limit=1"), 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "status, confirmed",
        "status, LOST",
        "paymentStatus, PAID",
        "fulfilmentStatus, x",
        "from, yesterday",
        "to, 2026-13-01T00:00:00Z"
    })
    void badFilters(String name, String value) {
        Target.admin().get("/api/admin/orders?%s=%s".formatted(name, value)).expectField("validation.failed", name);
    }

    @Test
    void comeWithATimeline() {
        var sale = Sale.shipped();
        var order = Target.staff().order(sale.id());
        assertThat(order.text("/number")).isEqualTo(sale.placed().text("/number"));
        assertThat(order.at("/timeline").valueStream()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(order.at("/history")
                        .valueStream()
                        .map(step -> step.path("status").asString()))
                .containsExactly("PENDING", "CONFIRMED", "SHIPPED");
        assertThat(order.body()).doesNotContain(sale.placed().text("/accessToken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01900000-0000-7000-8000-000000000000", "none", "1"})
    void mustExist(String id) {
        var path = "/api/admin/orders/" + id;
        Target.admin().get(path).expectProblem(404, "orders.not-found");
        Target.admin().post(path + "/cancel", Map.of("reason", "late")).expectProblem(404, "orders.not-found");
        Target.admin().post(path + "/shipments", "").expectProblem(404, "orders.not-found");
        Target.admin()
                .with("Idempotency-Key", Ids.next().toString())
                .post(path + "/refunds", Map.of("reason", "late"))
                .expectProblem(404, "orders.not-found");
        Target.shop().get("/api/orders/" + id).expectProblem(404, "orders.not-found");
        Target.shop().post("/api/orders/%s/cancel".formatted(id), "").expectProblem(404, "orders.not-found");
    }

    private static String order(String email, String token) {
        var buyer = Buyer.of(Target.shop(), Target.staff().product(5), 1);
        var placed = buyer.order(Ids.next().toString(), token, Map.of("email", email))
                .expect(201);
        assertThat(List.of("CONFIRMED", "CANCELLED"))
                .contains(Buyer.settled(Target.shop(), placed).text("/status"));
        return placed.text("/id");
    }
}
