package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminOrderApiIT extends OrdersIT {
    private final TestCaller staff = TestCallers.staff();

    @Test
    void isForStaffAndKeysWithTheScope() {
        var order = confirmed();

        for (var path : List.of("/api/admin/orders", order.adminPath())) {
            assertProblem(get(path), 401, "auth.required");
            assertProblem(get(TestCallers.customer(), path), 403, "auth.forbidden");
            assertProblem(get(TestCallers.apiKey("orders:write"), path), 403, "auth.forbidden");
            assertThat(get(TestCallers.apiKey("orders:read"), path)).hasStatus(200);
            assertThat(get(staff, path)).hasStatus(200);
        }
        for (var command : List.of("/cancel", "/shipments", "/refunds")) {
            var path = order.adminPath() + command;
            assertProblem(post(path, "{}"), 401, "auth.required");
            assertProblem(post(TestCallers.customer(), path, "{}"), 403, "auth.forbidden");
            assertProblem(post(TestCallers.apiKey("orders:read"), path, "{}"), 403, "auth.forbidden");
        }
        assertThat(post(TestCallers.apiKey("orders:write"), order.adminPath() + "/shipments", "{}"))
                .hasStatus(201);
    }

    @Test
    void findsOrdersByEachFilter() {
        var user = TestCallers.customer();
        var email = user.caller().email();
        var pending = text(post(user, "/api/orders", body(cartOf(user), "tok_wait", null)), "$.id");
        var declined = text(post(user, "/api/orders", body(cartOf(user), "tok_decline", null)), "$.id");
        awaitPayment(java.util.UUID.fromString(declined), PaymentStatus.DECLINED);

        assertThat(found("email=" + email.toUpperCase(java.util.Locale.ROOT))).containsExactly(declined, pending);
        assertThat(found("status=PENDING&email=" + email)).containsExactly(pending);
        assertThat(found("paymentStatus=DECLINED&email=" + email)).containsExactly(declined);
        assertThat(found("fulfilmentStatus=UNFULFILLED&email=" + email)).containsExactly(declined, pending);
        assertThat(found("fulfilmentStatus=FULFILLED&email=" + email)).isEmpty();
        var between = view(java.util.UUID.fromString(declined)).createdAt();
        assertThat(found("from=" + between + "&email=" + email)).containsExactly(declined);
        assertThat(found("to=" + between + "&email=" + email)).containsExactly(pending);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=pending",
                "paymentStatus=PAID",
                "fulfilmentStatus=",
                "from=yesterday",
                "to=2026-13-01T00:00:00Z",
                "from=%2B999999999-01-01T00:00:00Z",
                "limit=0",
                "cursor=x"
            })
    void refusesBadFilters(String query) {
        assertProblem(get(staff, "/api/admin/orders?" + query), 400, "validation.failed");
    }

    @ParameterizedTest
    @CsvSource({
        "status = 'PENDING', orders_by_status",
        "payment_status = 'PENDING', orders_by_payment_status",
        "fulfilment_status = 'FULFILLED', orders_by_fulfilment_status",
        "lower(email) = 'a', orders_by_email",
        "user_id = '018f0000-0000-7000-8000-000000000000', orders_by_user",
        "created_at > now(), orders_newest"
    })
    void filtersByIndex(String condition, String index) {
        assertThat(records.plan("SELECT id FROM orders.orders WHERE " + condition
                        + " ORDER BY created_at DESC, id DESC LIMIT 20"))
                .contains(index)
                .doesNotContain("Sort");
    }

    @Test
    void showsAllThatWasDone() {
        var order = confirmed();

        var answer = get(staff, order.adminPath());

        assertThat(answer).headers().hasValue("ETag", "\"3\"");
        assertThat(text(answer, "$.id")).isEqualTo(order.id().toString());
        assertThat(value(answer, "$.timeline[*].value"))
                .isEqualTo(List.of("PENDING", "AUTHORIZED", "CAPTURED", "CONFIRMED"));
        assertThat(text(answer, "$.timeline[0].by")).isEqualTo("guest");
        assertThat(value(answer, "$.captured.amount")).isEqualTo(1500);
        assertThat(value(answer, "$.userId")).isNull();
        assertProblem(get(staff, "/api/admin/orders/" + Ids.next()), 404, "orders.not-found");
    }

    @Test
    void cancelsWithTheStaffsReason() {
        var order = confirmed();

        assertProblem(post(staff, order.adminPath() + "/cancel", "{\"reason\": \"\"}"), 400, "validation.failed");
        var answer = post(staff, order.adminPath() + "/cancel", "{\"reason\": \"Looks like fraud\"}");

        assertThat(answer).hasStatus(200);
        assertThat(text(answer, "$.cancelReason")).isEqualTo("staff");
        var admin = get(staff, order.adminPath());
        assertThat(text(admin, "$.timeline[?(@.value == 'cancel-requested')].reason"))
                .contains("Looks like fraud");
        assertThat(text(admin, "$.timeline[?(@.value == 'cancel-requested')].by"))
                .contains(staff.caller().name());
        assertThat(answer.getResponse())
                .satisfies(response -> assertThat(response.getContentAsString()).doesNotContain("fraud"));
        assertProblem(
                post(staff, "/api/admin/orders/" + Ids.next() + "/cancel", "{\"reason\": \"x\"}"),
                404,
                "orders.not-found");
    }

    @SuppressWarnings("unchecked")
    private List<String> found(String query) {
        return (List<String>) value(get(staff, "/api/admin/orders?" + query), "$.items[*].id");
    }
}
