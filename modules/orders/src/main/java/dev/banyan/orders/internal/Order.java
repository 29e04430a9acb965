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
    private OrderStatus status;
    private @Nullable Intent intent;
    private @Nullable CancelReason cancelReason;
    private Balance balance;

    Order(
            OrderTerms terms,
            OrderStatus status,
            @Nullable Intent intent,
            @Nullable CancelReason cancelReason,
            Balance balance,
            long version) {
        this.terms = terms;
        this.status = status;
        this.intent = intent;
        this.cancelReason = cancelReason;
        this.balance = balance;
        this.version = version;
    }

    /** The money is held. An amount that wasn't asked for leaves the order unpaid. */
    void authorized(Money amount, Instant at) {
        if (!amount.equals(terms.total())) {
            log.note("amount-unexpected", "authorized " + amount, at);
            return;
        }
        settle(balance.to(PaymentStatus.AUTHORIZED), at);
    }

    /** The money is ours, which confirms the order, unless it is being cancelled: then the money goes back. */
    Optional<OrderConfirmed> captured(Money amount, Instant at) {
        if (!amount.equals(terms.total())) {
            log.note("amount-unexpected", "captured " + amount, at);
            return Optional.empty();
        }
        var awaited = awaitsCapture(amount);
        settle(balance.captured(amount), at);
        if (!awaited) {
            return Optional.empty();
        }
        become(OrderStatus.CONFIRMED, null, at);
        return Optional.of(OrderEvents.confirmed(terms, at));
    }

    /** There will be no money, which cancels the order, unless somebody else is cancelling it. */
    Optional<OrderCancelled> declined(CancelReason reason, Instant at) {
        settle(balance.to(reason == CancelReason.PAYMENT_TIMEOUT ? PaymentStatus.VOIDED : PaymentStatus.DECLINED), at);
        if (!isAwaitingPayment()) {
            return Optional.empty();
        }
        return Optional.of(cancel(reason, at));
    }

    /** The authorization was given up. */
    void voided(Instant at) {
        settle(balance.to(PaymentStatus.VOIDED), at);
    }

    /**
     * Decides that the order is cancelled; from now on it is neither confirmed nor shipped.
     *
     * @param text in the words of whoever wants it, for staff
     * @return false when that was decided before
     */
    boolean requestCancellation(CancelReason reason, String text, String by, Instant at) {
        if (status == OrderStatus.CANCELLED || intent == Intent.CANCEL) {
            return false;
        }
        if (!status.canBecome(OrderStatus.CANCELLED) || intent != null) {
            throw OrderRefusedException.notCancellable(terms.id());
        }
        intent = Intent.CANCEL;
        cancelReason = reason;
        log.note("cancel-requested", text, by, at);
        return true;
    }

    /** Everything the order held is free again. */
    Optional<OrderCancelled> cancelled(Instant at) {
        if (intent != Intent.CANCEL || cancelReason == null) {
            return Optional.empty();
        }
        return Optional.of(cancel(cancelReason, at));
    }

    /** Decides that the order is shipped; from now on it can't be cancelled. */
    void requestShipment(String by, Instant at) {
        if (!status.canBecome(OrderStatus.SHIPPED) || intent != null) {
            throw OrderRefusedException.notShippable(terms.id());
        }
        intent = Intent.SHIP;
        log.note("shipment-requested", null, by, at);
    }

    /** The goods have left. */
    Optional<OrderShipped> shipped(Shipment shipment, Instant at) {
        if (intent != Intent.SHIP) {
            return Optional.empty();
        }
        intent = null;
        become(OrderStatus.SHIPPED, null, at);
        return Optional.of(OrderEvents.shipped(terms, shipment, at));
    }

    /**
     * The goods can't leave: the stock that was held for them is gone.
     *
     * @return false when they aren't about to
     */
    boolean shipmentFailed(Instant at) {
        if (intent != Intent.SHIP) {
            return false;
        }
        intent = null;
        log.note("stock-missing", null, at);
        return true;
    }

    /** Sets an amount aside to be given back: the one asked for, or all that is left. */
    Money requestRefund(@Nullable Money wanted, String by, Instant at) {
        var left = balance.refundable();
        if (status == OrderStatus.CANCELLED
                || intent == Intent.CANCEL
                || balance.captured().amount() == 0) {
            throw OrderRefusedException.notRefundable(terms.id());
        }
        var amount = wanted == null ? left : wanted;
        if (!amount.currency().equals(left.currency()) || amount.amount() == 0) {
            throw OrderRefusedException.notRefundable(terms.id());
        }
        if (amount.compareTo(left) > 0) {
            throw OrderRefusedException.refundExceedsCaptured(left);
        }
        balance = balance.refundRequested(amount);
        log.refund("PENDING", amount, by, at);
        return amount;
    }

    /** A refund that was asked for went through. */
    OrderRefunded refundSucceeded(UUID refundId, Money amount, Money refundedTotal, Instant at) {
        log.refund("SUCCEEDED", amount, HistoryEntry.SYSTEM, at);
        settle(balance.refundSucceeded(amount, refundedTotal), at);
        return OrderEvents.refunded(terms, refundId, amount, at);
    }

    /** A refund that was asked for came to nothing; its amount can be asked for again. */
    void refundFailed(Money amount, Instant at) {
        log.refund("FAILED", amount, HistoryEntry.SYSTEM, at);
        balance = balance.refundFailed(amount);
    }

    /**
     * What was captured went back because the order was cancelled, {@code refundedTotal} altogether. A capture that was
     * overtaken by the cancellation is reported by this alone.
     */
    Optional<OrderRefunded> returned(Money amount, Money refundedTotal, Instant at) {
        settle(balance.captured(terms.total()), at);
        var fresh = refundedTotal.compareTo(balance.refunded()) > 0;
        settle(balance.returned(refundedTotal), at);
        return fresh ? Optional.of(OrderEvents.refunded(terms, null, amount, at)) : Optional.empty();
    }

    /** Whether so much can have gone back: no more than can have come in. */
    boolean canHaveReturned(Money total) {
        return total.currency().equals(terms.total().currency()) && total.compareTo(terms.total()) <= 0;
    }

    /** Something that staff should see. */
    void note(String code, String text, Instant at) {
        log.note(code, text, at);
    }

    /** Neither paid nor being cancelled. */
    boolean isAwaitingPayment() {
        return status == OrderStatus.PENDING && intent == null;
    }

    /** Whether an authorization of this amount should be followed by the capture. */
    boolean awaitsAuthorization(Money amount) {
        return isAwaitingPayment() && balance.status() == PaymentStatus.PENDING && amount.equals(terms.total());
    }

    /** Whether a capture of this amount confirms the order. */
    boolean awaitsCapture(Money amount) {
        return isAwaitingPayment() && balance.status() == PaymentStatus.AUTHORIZED && amount.equals(terms.total());
    }

    private OrderCancelled cancel(CancelReason reason, Instant at) {
        intent = null;
        cancelReason = reason;
        become(OrderStatus.CANCELLED, reason, at);
        return OrderEvents.cancelled(terms, reason, at);
    }

    private void become(OrderStatus next, @Nullable CancelReason reason, Instant at) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("Order %s can't become %s from %s".formatted(terms.id(), next, status));
        }
        status = next;
        log.status(next, reason, at);
    }

    private void settle(Balance next, Instant at) {
        if (next.status() != balance.status()) {
            log.payment(next.status(), at);
        }
        balance = next;
    }

    OrderTerms terms() {
        return terms;
    }

    OrderStatus status() {
        return status;
    }

    @Nullable
    Intent intent() {
        return intent;
    }

    @Nullable
    CancelReason cancelReason() {
        return cancelReason;
    }

    Balance balance() {
        return balance;
    }

    long version() {
        return version;
    }

    HistoryLog log() {
        return log;
    }
}
