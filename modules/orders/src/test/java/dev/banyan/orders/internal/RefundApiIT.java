package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RefundApiIT extends OrdersIT {
    private static final String REFUND =
            "{\"amount\": {\"amount\": %d, \"currency\": \"EUR\"}, \"reason\": \"broken\"}";

    private final TestCaller staff = TestCallers.staff();

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
}
