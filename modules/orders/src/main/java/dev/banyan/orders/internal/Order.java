package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * An order's state and who may change it. Reports of what happened elsewhere may be repeated or overtaken by a cancellation:
 * they change what they still can and return the event to publish, or nothing. Commands are refused where they don't fit.
 */
@AggregateRoot
final class Order {
    private final OrderTerms terms;
    private final long version;
    private final HistoryLog log = new HistoryLog();
    private OrderState state;

    Order(OrderTerms terms, OrderState state, long version) {
        this.terms = terms;
        this.state = state;
        this.version = version;
    }

    /** The money is held. An amount that wasn't asked for leaves the order unpaid. */
    void authorized(Money amount, Instant at) {
        if (!amount.equals(terms.total())) {
            log.note("amount-unexpected", "authorized " + amount, at);
            return;
        }
        settle(state.balance().to(PaymentStatus.AUTHORIZED), at);
    }

    /** The money is ours, which confirms the order, unless it is being cancelled: then the money goes back. */
    Optional<OrderConfirmed> captured(Money amount, Instant at) {
        if (!amount.equals(terms.total())) {
            log.note("amount-unexpected", "captured " + amount, at);
            return Optional.empty();
        }
        var awaited = awaits(PaymentStatus.AUTHORIZED, amount);
        settle(state.balance().captured(amount), at);
        if (!awaited) {
            return Optional.empty();
        }
        become(OrderStatus.CONFIRMED, null, at);
        return Optional.of(OrderEvents.confirmed(terms, at));
    }

    /** There will be no money, which cancels the order, unless somebody else is cancelling it. */
    Optional<OrderCancelled> declined(CancelReason reason, Instant at) {
        var reached = reason == CancelReason.PAYMENT_TIMEOUT ? PaymentStatus.VOIDED : PaymentStatus.DECLINED;
        settle(state.balance().to(reached), at);
        return state.isAwaitingPayment() ? Optional.of(cancel(reason, at)) : Optional.empty();
    }

    /** The authorization was given up. */
    void voided(Instant at) {
        settle(state.balance().to(PaymentStatus.VOIDED), at);
    }

    /**
     * Decides that the order is cancelled; from now on it is neither confirmed nor shipped.
     *
     * @param text in the words of whoever wants it, for staff
     * @return false when that was decided before
     */
    boolean requestCancellation(CancelReason reason, String text, String by, Instant at) {
        if (state.status() == OrderStatus.CANCELLED || state.intent() == Intent.CANCEL) {
            return false;
        }
        if (!state.status().canBecome(OrderStatus.CANCELLED) || state.intent() != null) {
            throw OrderRefusedException.notCancellable(terms.id());
        }
        state = state.cancelling(reason);
        log.note("cancel-requested", text, by, at);
        return true;
    }

    /** Everything the order held is free again. */
    Optional<OrderCancelled> cancelled(Instant at) {
        var reason = state.cancelReason();
        return state.intent() == Intent.CANCEL && reason != null ? Optional.of(cancel(reason, at)) : Optional.empty();
    }

    /** Decides that the order is shipped; from now on it can't be cancelled. */
    void requestShipment(String by, Instant at) {
        if (!state.status().canBecome(OrderStatus.SHIPPED) || state.intent() != null) {
            throw OrderRefusedException.notShippable(terms.id());
        }
        state = state.shipping();
        log.note("shipment-requested", null, by, at);
    }

    /** The goods have left. */
    Optional<OrderShipped> shipped(Shipment shipment, Instant at) {
        if (state.intent() != Intent.SHIP) {
            return Optional.empty();
        }
        become(OrderStatus.SHIPPED, null, at);
        return Optional.of(OrderEvents.shipped(terms, shipment, at));
    }

    /**
     * The goods can't leave: the stock that was held for them is gone.
     *
     * @return false when they aren't about to
     */
    boolean shipmentFailed(Instant at) {
        if (state.intent() != Intent.SHIP) {
            return false;
        }
        state = state.settled();
        log.note("stock-missing", null, at);
        return true;
    }

    /** Sets an amount aside to be given back: the one asked for, or all that is left. */
    Money requestRefund(@Nullable Money wanted, String by, Instant at) {
        var left = state.balance().refundable();
        var amount = wanted == null ? left : wanted;
        if (!state.isRefundable() || amount.amount() == 0 || !amount.currency().equals(left.currency())) {
            throw OrderRefusedException.notRefundable(terms.id());
        }
        state = state.refunding(amount);
        log.refund("PENDING", amount, by, at);
        return amount;
    }

    /** A refund that was asked for went through. */
    OrderRefunded refundSucceeded(UUID refundId, Money amount, Money refundedTotal, Instant at) {
        log.refund("SUCCEEDED", amount, HistoryEntry.SYSTEM, at);
        settle(state.balance().refundSucceeded(amount, refundedTotal), at);
        return OrderEvents.refunded(terms, refundId, amount, at);
    }

    /** A refund that was asked for came to nothing; its amount can be asked for again. */
    void refundFailed(Money amount, Instant at) {
        log.refund("FAILED", amount, HistoryEntry.SYSTEM, at);
        settle(state.balance().refundFailed(amount), at);
    }

    /**
     * What was captured went back because the order was cancelled, {@code refundedTotal} altogether. A capture that was
     * overtaken by the cancellation is reported by this alone. More than can have come in is for staff to look at.
     */
    Optional<OrderRefunded> returned(Money amount, Money refundedTotal, Instant at) {
        if (!refundedTotal.currency().equals(terms.total().currency()) || refundedTotal.compareTo(terms.total()) > 0) {
            log.note("refund-unexpected", "returned " + refundedTotal, at);
            return Optional.empty();
        }
        settle(state.balance().captured(terms.total()), at);
        var fresh = refundedTotal.compareTo(state.balance().refunded()) > 0;
        settle(state.balance().returned(refundedTotal), at);
        return fresh ? Optional.of(OrderEvents.refunded(terms, null, amount, at)) : Optional.empty();
    }

    /** Whether a report of this amount takes the order on, while its payment is {@code sofar}. */
    boolean awaits(PaymentStatus sofar, Money amount) {
        return state.isAwaitingPayment() && state.balance().status() == sofar && amount.equals(terms.total());
    }

    private OrderCancelled cancel(CancelReason reason, Instant at) {
        become(OrderStatus.CANCELLED, reason, at);
        return OrderEvents.cancelled(terms, reason, at);
    }

    private void become(OrderStatus next, @Nullable CancelReason reason, Instant at) {
        state = state.become(next, reason);
        log.status(next, reason, at);
    }

    private void settle(Balance next, Instant at) {
        if (next.status() != state.balance().status()) {
            log.payment(next.status(), at);
        }
        state = state.with(next);
    }

    OrderTerms terms() {
        return terms;
    }

    OrderState state() {
        return state;
    }

    long version() {
        return version;
    }

    HistoryLog log() {
        return log;
    }
}
