package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import dev.banyan.payments.events.PaymentRefunded;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what payments reports, each report in one transaction. A repeated or overtaken one changes nothing. */
@Service
class PaymentProgress {
    private final OrderRepository orders;
    private final RefundRepository refunds;
    private final Cancellation cancellation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaymentProgress(
            OrderRepository orders,
            RefundRepository refunds,
            Cancellation cancellation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.cancellation = cancellation;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void authorized(UUID orderId, Money amount) {
        change(orderId, order -> order.authorized(amount, now()));
    }

    /** The money is held, but the stock is gone: the order is cancelled, and the money let go. */
    @Transactional
    void authorizedTooLate(UUID orderId, Money amount) {
        change(orderId, order -> {
            order.authorized(amount, now());
            if (order.state().isAwaitingPayment()) {
                cancellation.decide(order, CancelReason.EXPIRED, "reservation ended", HistoryEntry.SYSTEM);
            }
        });
    }

    @Transactional
    void captured(UUID orderId, Money amount) {
        change(orderId, order -> order.captured(amount, now()).ifPresent(events::publishEvent));
    }

    @Transactional
    void declined(UUID orderId, String reason) {
        var why = reason.equals("timeout") ? CancelReason.PAYMENT_TIMEOUT : CancelReason.PAYMENT_DECLINED;
        change(orderId, order -> order.declined(why, now()).ifPresent(events::publishEvent));
    }

    @Transactional
    void voided(UUID orderId) {
        change(orderId, order -> order.voided(now()));
    }

    @Transactional
    void refunded(PaymentRefunded event) {
        var amount = new Money(event.amountMinor(), event.currency());
        var total = new Money(event.refundedTotalMinor(), event.currency());
        change(event.orderId(), order -> {
            if (event.refundId() == null) {
                order.returned(amount, total, now()).ifPresent(events::publishEvent);
            } else {
                refunds.settle(event.refundId(), Refund.Status.SUCCEEDED)
                        .map(refund -> order.refundSucceeded(refund.id(), refund.amount(), total, now()))
                        .ifPresent(events::publishEvent);
            }
        });
    }

    @Transactional
    void refundFailed(UUID orderId, UUID refundId) {
        change(
                orderId,
                order -> refunds.settle(refundId, Refund.Status.FAILED)
                        .ifPresent(refund -> order.refundFailed(refund.amount(), now())));
    }

    private void change(UUID orderId, Consumer<Order> change) {
        var order = orders.lock(orderId, OrderAccess.SYSTEM);
        change.accept(order);
        orders.save(order);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
