package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrderTests {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final Money TOTAL = new Money(1000, "EUR");

    private final OrderTerms terms = new OrderTerms(
            Ids.next(),
            "B-1",
            Ids.next(),
            null,
            "buyer@example.org",
            List.of(OrderLine.of("tea", "Tea", 2, new Money(500, "EUR"))),
            TOTAL);

    @Test
    void isConfirmedOnceByTheCaptureOfItsTotal() {
        var order = placed();

        order.authorized(TOTAL, NOW);
        var first = order.captured(TOTAL, NOW);
        var repeated = order.captured(TOTAL, NOW);

        assertThat(order.state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.state().balance().captured()).isEqualTo(TOTAL);
        assertThat(first)
                .get()
                .satisfies(event -> assertThat(event.totalMinor()).isEqualTo(1000));
        assertThat(repeated).isEmpty();
        assertThat(history(order)).containsExactly("AUTHORIZED", "CAPTURED", "CONFIRMED");
    }

    @Test
    void staysUnpaidWhenAnotherAmountIsReported() {
        var order = placed();

        order.authorized(new Money(999, "EUR"), NOW);
        assertThat(order.state().balance().status()).isEqualTo(PaymentStatus.PENDING);
        order.authorized(TOTAL, NOW);
        var confirmed = order.captured(new Money(1000, "USD"), NOW);

        assertThat(confirmed).isEmpty();
        assertThat(order.state().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.state().balance().captured().amount()).isZero();
        assertThat(history(order)).containsExactly("amount-unexpected", "AUTHORIZED", "amount-unexpected");
    }

    @Test
    void isNotConfirmedByACaptureThatNobodyAskedFor() {
        var order = placed();

        assertThat(order.captured(TOTAL, NOW)).isEmpty();
        assertThat(order.state().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.state().balance().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void isNeverConfirmedOnceItsCancellationIsDecided() {
        var order = placed();
        order.authorized(TOTAL, NOW);

        assertThat(order.requestCancellation(CancelReason.CUSTOMER, "", "guest", NOW))
                .isTrue();
        assertThat(order.requestCancellation(CancelReason.STAFF, "", "user:1", NOW))
                .isFalse();
        assertThat(order.captured(TOTAL, NOW)).isEmpty();

        assertThat(order.state().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.cancelled(NOW))
                .get()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("customer"));
        assertThat(order.cancelled(NOW)).isEmpty();
        assertThat(order.captured(TOTAL, NOW)).isEmpty();
        assertThat(order.state().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void isCancelledByADeclineUnlessSomebodyElseCancelsIt() {
        var declined = placed();
        var timedOut = placed();
        var cancelling = placed();
        cancelling.requestCancellation(CancelReason.STAFF, "", "user:1", NOW);

        assertThat(declined.declined(CancelReason.PAYMENT_DECLINED, NOW)).isPresent();
        assertThat(declined.declined(CancelReason.PAYMENT_DECLINED, NOW)).isEmpty();
        assertThat(timedOut.declined(CancelReason.PAYMENT_TIMEOUT, NOW)).isPresent();
        assertThat(cancelling.declined(CancelReason.PAYMENT_DECLINED, NOW)).isEmpty();

        assertThat(declined.state().cancelReason()).isEqualTo(CancelReason.PAYMENT_DECLINED);
        assertThat(declined.state().balance().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(timedOut.state().cancelReason()).isEqualTo(CancelReason.PAYMENT_TIMEOUT);
        assertThat(timedOut.state().balance().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(cancelling.state().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(cancelling.state().cancelReason()).isEqualTo(CancelReason.STAFF);
    }

    @Test
    void ignoresADeclineOnceItIsConfirmed() {
        var order = confirmed();

        assertThat(order.declined(CancelReason.PAYMENT_DECLINED, NOW)).isEmpty();
        assertThat(order.state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.state().balance().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void shipsWhenConfirmedAndOnlyOnce() {
        var order = confirmed();
        var shipment = new Shipment(Ids.next(), terms.id(), "track", NOW);

        assertRefused("orders.not-shippable", () -> placed().requestShipment("user:1", NOW));
        assertThat(order.shipped(shipment, NOW)).isEmpty();
        order.requestShipment("user:1", NOW);
        assertRefused("orders.not-shippable", () -> order.requestShipment("user:1", NOW));

        assertThat(order.shipped(shipment, NOW)).isPresent();
        assertThat(order.shipped(shipment, NOW)).isEmpty();
        assertThat(order.state().status()).isEqualTo(OrderStatus.SHIPPED);
        assertRefused("orders.not-shippable", () -> order.requestShipment("user:1", NOW));
    }

    @Test
    void isEitherShippedOrCancelled() {
        var shipping = confirmed();
        shipping.requestShipment("user:1", NOW);
        var cancelling = confirmed();
        cancelling.requestCancellation(CancelReason.CUSTOMER, "", "guest", NOW);

        assertRefused("orders.not-cancellable", () -> cancelRequested(shipping));
        assertRefused("orders.not-shippable", () -> cancelling.requestShipment("user:1", NOW));
        assertThat(shipping.cancelled(NOW)).isEmpty();

        shipping.shipped(new Shipment(Ids.next(), terms.id(), null, NOW), NOW);
        assertRefused("orders.not-cancellable", () -> cancelRequested(shipping));
        cancelling.cancelled(NOW);
        assertThat(cancelRequested(cancelling)).isFalse();
    }

    @Test
    void canBeShippedOrCancelledAfterAFailedShipment() {
        var order = confirmed();
        order.requestShipment("user:1", NOW);

        assertThat(order.shipmentFailed(NOW)).isTrue();
        assertThat(order.shipmentFailed(NOW)).isFalse();
        assertThat(cancelRequested(order)).isTrue();
    }

    @Test
    void refundsWhatIsLeftAndNoMore() {
        var order = confirmed();

        assertThat(order.requestRefund(new Money(400, "EUR"), "user:1", NOW).amount())
                .isEqualTo(400);
        assertRefused(
                "orders.refund-exceeds-captured", () -> order.requestRefund(new Money(601, "EUR"), "user:1", NOW));
        assertThat(order.requestRefund(null, "user:1", NOW).amount()).isEqualTo(600);
        assertRefused("orders.refund-exceeds-captured", () -> order.requestRefund(new Money(1, "EUR"), "user:1", NOW));
        assertRefused("orders.not-refundable", () -> order.requestRefund(null, "user:1", NOW));
    }

    @Test
    void refundsNothingThatWasNotCaptured() {
        var cancelling = confirmed();
        cancelRequested(cancelling);

        assertRefused("orders.not-refundable", () -> placed().requestRefund(null, "user:1", NOW));
        assertRefused("orders.not-refundable", () -> cancelling.requestRefund(null, "user:1", NOW));
        assertRefused("orders.not-refundable", () -> confirmed().requestRefund(new Money(1, "USD"), "user:1", NOW));
        assertRefused("orders.not-refundable", () -> confirmed().requestRefund(Money.zero("EUR"), "user:1", NOW));
    }

    @Test
    void tellsOnceThatACancelledOrdersMoneyWentBack() {
        var order = confirmed();
        cancelRequested(order);
        order.cancelled(NOW);

        assertThat(order.returned(TOTAL, TOTAL, NOW))
                .get()
                .satisfies(event -> assertThat(event.refundId()).isNull());
        assertThat(order.returned(TOTAL, TOTAL, NOW)).isEmpty();
        assertThat(order.state().balance().status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void learnsOfACaptureThatWasOvertakenByItsReturn() {
        var order = placed();
        order.authorized(TOTAL, NOW);
        cancelRequested(order);
        order.cancelled(NOW);

        assertThat(order.returned(TOTAL, TOTAL, NOW)).isPresent();
        assertThat(order.state().balance().captured()).isEqualTo(TOTAL);
        assertThat(order.state().balance().status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    private Order placed() {
        return new Order(terms, OrderState.placed("EUR"), 1);
    }

    private Order confirmed() {
        var paid = Balance.unpaid("EUR").captured(TOTAL);
        return new Order(terms, new OrderState(OrderStatus.CONFIRMED, null, null, paid), 1);
    }

    @Test
    void showsAReturnOfMoreThanItsTotal() {
        var order = confirmed();
        cancelRequested(order);

        assertThat(order.returned(TOTAL, new Money(1001, "EUR"), NOW)).isEmpty();
        assertThat(order.state().balance().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(history(order)).endsWith("refund-unexpected");
    }

    private static boolean cancelRequested(Order order) {
        return order.requestCancellation(CancelReason.CUSTOMER, "", "guest", NOW);
    }

    private static List<String> history(Order order) {
        return order.log().entries().stream().map(HistoryEntry::value).toList();
    }

    private static void assertRefused(String code, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        ModuleException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
