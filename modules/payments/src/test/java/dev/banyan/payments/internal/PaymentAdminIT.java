package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PaymentAdminIT extends PaymentsIT {
    private static final String PAYMENTS = "/api/admin/payments";

    @Autowired
    private MockMvcTester http;

    private final JsonMapper json = new JsonMapper();

    @Test
    void showsAnOrdersPaymentWithItsAttempts() throws Exception {
        var orderId = authorize("tok_decline");
        awaitEvents(orderId, "PaymentDeclined");

        var items = items(PAYMENTS + "?orderId=" + orderId);
        assertThat(items).hasSize(1);
        var item = items.get(0);
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
        assertThat(item.get("reference").isNull()).isTrue();
        assertThat(item.get("status").asString()).isEqualTo("DECLINED");
        assertThat(item.get("amount").toString()).isEqualTo("{\"amount\":1999,\"currency\":\"EUR\"}");
        var attempt = item.get("attempts").get(0);
        assertThat(attempt.propertyNames()).containsExactlyInAnyOrder("at", "action", "outcome", "code");
        assertThat(attempt.get("code").asString()).isEqualTo("card-declined");
        assertThat(item.toString()).doesNotContain("tok_");
    }

    @Test
    void leavesAnAttemptsCodeOutWhereThereIsNone() throws Exception {
        var orderId = authorized("tok_approve");

        var attempt =
                items(PAYMENTS + "?orderId=" + orderId).get(0).get("attempts").get(0);
        assertThat(attempt.propertyNames()).containsExactlyInAnyOrder("at", "action", "outcome");
    }

    @Test
    void showsTheLastHundredAttempts() throws Exception {
        var orderId = authorize("tok_approve");
        awaitEvents(orderId, "PaymentAuthorized");
        owner().sql("""
                        INSERT INTO payments.attempts (payment_id, id, at, action, outcome)
                        SELECT p.id, ('ffffffff-ffff-7fff-bfff-' || lpad(n::text, 12, '0'))::uuid, now(), 'webhook.voided', 'no-effect ' || n
                          FROM payments.payments p, generate_series(1, 100) n WHERE p.order_id = :id
                        """).param("id", orderId).update();

        var attempts = items(PAYMENTS + "?orderId=" + orderId).get(0).get("attempts");
        assertThat(attempts.size()).isEqualTo(100);
        assertThat(attempts.get(0).get("outcome").asString()).isEqualTo("no-effect 1");
        assertThat(attempts.get(99).get("outcome").asString()).isEqualTo("no-effect 100");
    }

    @Test
    void pagesThroughAllOfThemNewestFirst() throws Exception {
        var orders = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            orders.addFirst(authorized("tok_approve"));
        }
        var seen = new ArrayList<UUID>();
        String next = PAYMENTS + "?limit=1";
        for (int i = 0; i < 3; i++) {
            var page = get(TestCallers.admin(), next);
            seen.add(UUID.fromString(
                    body(page).get("items").get(0).get("orderId").asString()));
            next = PAYMENTS + "?limit=1&cursor=" + body(page).get("nextCursor").asString();
        }

        assertThat(seen).isEqualTo(orders);
    }

    @Test
    void findsNothingForAnUnknownOrder() throws Exception {
        assertThat(items(PAYMENTS + "?orderId=" + Ids.next())).isEmpty();
    }

    @Test
    void refusesBadParameters() {
        assertThat(get(TestCallers.staff(), PAYMENTS + "?orderId=1")).hasStatus(400);
        assertThat(get(TestCallers.staff(), PAYMENTS + "?limit=101")).hasStatus(400);
        assertThat(get(TestCallers.staff(), PAYMENTS + "?cursor=x")).hasStatus(400);
    }

    @Test
    void answersStaffAndKeysWithTheScopeAlone() {
        assertThat(get(TestCallers.staff(), PAYMENTS)).hasStatus(200);
        assertThat(get(TestCallers.apiKey("payments:read"), PAYMENTS)).hasStatus(200);
        assertThat(get(TestCallers.apiKey("orders:read", "payments:write"), PAYMENTS))
                .hasStatus(403);
        assertThat(get(TestCallers.customer(), PAYMENTS)).hasStatus(403);
        assertThat(get(null, PAYMENTS)).hasStatus(401);
    }

    private JsonNode items(String uri) throws Exception {
        return body(get(TestCallers.staff(), uri)).get("items");
    }

    private JsonNode body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatus(200);
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private MvcTestResult get(@Nullable TestCaller caller, String uri) {
        var request = http.get().uri(uri);
        return caller == null ? request.exchange() : request.with(caller).exchange();
    }
}
