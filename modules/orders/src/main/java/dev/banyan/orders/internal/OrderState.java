package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where an order is.
 *
 * @param intent what is being carried out, null for nothing
 * @param cancelReason known as soon as the cancellation is decided
 */
record OrderState(
        OrderStatus status,
        @Nullable Intent intent,
        @Nullable CancelReason cancelReason,
        Balance balance) {
    static OrderState placed(String currency) {
        return new OrderState(OrderStatus.PENDING, null, null, Balance.unpaid(currency));
    }

    /** Neither paid nor being cancelled. */
    boolean isAwaitingPayment() {
        return status == OrderStatus.PENDING && intent == null;
    }

    /** Whether money may be given back on its own, without cancelling. */
    boolean isRefundable() {
        return status != OrderStatus.CANCELLED
                && intent != Intent.CANCEL
                && balance.captured().amount() > 0;
    }

    OrderState cancelling(CancelReason reason) {
        return new OrderState(status, Intent.CANCEL, reason, balance);
    }

    OrderState shipping() {
        return new OrderState(status, Intent.SHIP, cancelReason, balance);
    }

    /** What was being carried out is done or given up. */
    OrderState settled() {
        return new OrderState(status, null, cancelReason, balance);
    }

    OrderState with(Balance next) {
        return new OrderState(status, intent, cancelReason, next);
    }

    /** Fails when there is no such edge. */
    OrderState become(OrderStatus next, @Nullable CancelReason reason) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("An order can't become %s from %s".formatted(next, status));
        }
        return new OrderState(next, null, reason, balance);
    }

    /** Sets an amount aside to be given back. */
    OrderState refunding(Money amount) {
        return with(balance.refundRequested(amount));
    }
}
