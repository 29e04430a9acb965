package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AdminOrderApiIT extends OrdersIT {
    private static final String REFUND =
            "{\"amount\": {\"amount\": %d, \"currency\": \"EUR\"}, \"reason\": \"broken\"}";

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

    @Test
    void shipsTheWholeOrderOnce() {
        var order = confirmed();

        var answer = post(staff, order.adminPath() + "/shipments", "{\"trackingCode\": \"JD014600\"}");

        assertThat(answer).hasStatus(201);
        assertThat(text(answer, "$.orderId")).isEqualTo(order.id().toString());
        assertThat(text(answer, "$.trackingCode")).isEqualTo("JD014600");
        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(view(order.id()).fulfilmentStatus()).isEqualTo(FulfilmentStatus.FULFILLED);
        assertThat(modules.inventory.state(order.id())).isEqualTo("SHIPPED");
        assertThat(records.published(OrderShipped.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.shipmentId()).hasToString(text(answer, "$.id")));
        assertProblem(post(staff, order.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");
        assertThat(value(get(staff, order.adminPath()), "$.shipments[*].trackingCode"))
                .isEqualTo(List.of("JD014600"));
    }

    @Test
    void shipsNothingThatIsNotConfirmed() {
        var pending = ordered("tok_wait", order -> true);
        var cancelled = ordered("tok_decline", order -> order.status() == OrderStatus.CANCELLED);

        assertProblem(post(staff, pending.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");
        assertProblem(post(staff, cancelled.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");
        assertProblem(post(staff, "/api/admin/orders/" + Ids.next() + "/shipments", "{}"), 404, "orders.not-found");
        assertProblem(
                post(staff, pending.adminPath() + "/shipments", "{\"trackingCode\": \"\"}"), 400, "validation.failed");
    }

    @Test
    void doesNotShipWhatIsGone() {
        var order = confirmed();
        modules.inventory.release(new dev.banyan.inventory.ReservationCommand(order.id()));

        assertProblem(post(staff, order.adminPath() + "/shipments", "{}"), 409, "orders.not-shippable");

        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(timeline(order.id())).endsWith("stock-missing");
        assertThat(post(staff, order.adminPath() + "/cancel", "{\"reason\": \"gone\"}"))
                .hasStatus(200);
    }

    @Test
    void refundsAPartAndThenTheRest() {
        var order = confirmed();

        var part = refund(order, REFUND.formatted(400));
        assertThat(part).hasStatus(201);
        assertThat(text(part, "$.status")).isEqualTo("PENDING");
        assertThat(value(part, "$.amount.amount")).isEqualTo(400);
        assertThat(text(part, "$.reason")).isEqualTo("broken");
        awaitPayment(order.id(), PaymentStatus.PARTIALLY_REFUNDED);
        var rest = refund(order, "{\"reason\": \"all of it\"}");
        assertThat(value(rest, "$.amount.amount")).isEqualTo(1100);
        awaitPayment(order.id(), PaymentStatus.REFUNDED);

        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(modules.inventory.state(order.id())).isEqualTo("FIRM");
        assertThat(value(get(staff, order.adminPath()), "$.refunds[*].status"))
                .isEqualTo(List.of("SUCCEEDED", "SUCCEEDED"));
        assertThat(records.published(OrderRefunded.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .extracting(OrderRefunded::amountMinor)
                .containsExactly(400L, 1100L);
        assertProblem(refund(order, REFUND.formatted(1)), 409, "orders.refund-exceeds-captured");
        assertProblem(refund(order, "{\"reason\": \"more\"}"), 409, "orders.not-refundable");
    }

    @Test
    void countsPendingRefunds() {
        var order = confirmed();
        var gate = modules.faults.hold("PaymentsApi.refund");

        assertThat(refund(order, REFUND.formatted(1000))).hasStatus(201);
        var tooMuch = refund(order, REFUND.formatted(501));

        assertProblem(tooMuch, 409, "orders.refund-exceeds-captured");
        assertThat(value(tooMuch, "$.refundable.amount")).isEqualTo(500);
        gate.countDown();
        awaitPayment(order.id(), PaymentStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void givesAFailedRefundsAmountFree() {
        var order = ordered("tok_no_refund", placed -> placed.status() == OrderStatus.CONFIRMED);

        refund(order, REFUND.formatted(1500));
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> value(get(staff, order.adminPath()), "$.refunds[0].status")
                        .equals("FAILED"));

        assertThat(view(order.id()).paymentStatus()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(refund(order, REFUND.formatted(1500))).hasStatus(201);
    }

    @Test
    void refundsNothingThatWasNotCaptured() {
        var pending = ordered("tok_wait", order -> true);
        var cancelled = confirmed();
        post(staff, cancelled.adminPath() + "/cancel", "{\"reason\": \"x\"}");

        assertProblem(refund(pending, REFUND.formatted(1)), 409, "orders.not-refundable");
        assertProblem(refund(cancelled, REFUND.formatted(1)), 409, "orders.not-refundable");
        assertProblem(
                post(staff, "/api/admin/orders/" + Ids.next() + "/refunds", REFUND.formatted(1)),
                404,
                "orders.not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": {\"amount\": 0, \"currency\": \"EUR\"}, \"reason\": \"x\"}",
                "{\"amount\": {\"amount\": -1, \"currency\": \"EUR\"}, \"reason\": \"x\"}",
                "{\"amount\": {\"amount\": 1, \"currency\": \"JPY\"}, \"reason\": \"x\"}",
                "{\"amount\": {\"amount\": 1, \"currency\": \"EUR\"}}",
                "{\"reason\": \"x\", \"more\": 1}"
            })
    void refusesBadRefunds(String body) {
        assertThat(refund(confirmed(), body)).hasStatus(400);
    }

    @Test
    void refundsInTheOrdersCurrencyAlone() {
        var body = "{\"amount\": {\"amount\": 1, \"currency\": \"USD\"}, \"reason\": \"x\"}";

        var answer = refund(confirmed(), body);
        assertProblem(answer, 400, "validation.failed");
        assertThat(text(answer, "$.errors[0].field")).isEqualTo("amount.currency");
    }

    private MvcTestResult refund(GuestOrder order, String body) {
        return post(staff, order.adminPath() + "/refunds", body);
    }

    @SuppressWarnings("unchecked")
    private List<String> found(String query) {
        return (List<String>) value(get(staff, "/api/admin/orders?" + query), "$.items[*].id");
    }
}
