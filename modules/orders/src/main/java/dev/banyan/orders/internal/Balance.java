package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;

/**
 * An order's money: what was captured, what went back, and what is on its way back. Never does more go back than came in.
 *
 * @param refunding the sum of refunds whose outcome is open
 */
record Balance(PaymentStatus status, Money captured, Money refunded, Money refunding) {
    Balance {
        if (refunded.plus(refunding).compareTo(captured) > 0) {
            throw new IllegalArgumentException("More would go back than was captured");
        }
    }

    static Balance unpaid(String currency) {
        var zero = Money.zero(currency);
        return new Balance(PaymentStatus.PENDING, zero, zero, zero);
    }

    Money refundable() {
        return captured.minus(refunded).minus(refunding);
    }

    /** Unchanged when there is no such edge: the report was repeated or overtaken. */
    Balance to(PaymentStatus next) {
        return status.canBecome(next) ? new Balance(next, captured, refunded, refunding) : this;
    }

    Balance captured(Money amount) {
        return status.canBecome(PaymentStatus.CAPTURED)
                ? new Balance(PaymentStatus.CAPTURED, amount, refunded, refunding)
                : this;
    }

    /** Sets {@code amount} aside to be given back; fails when less is left. */
    Balance refundRequested(Money amount) {
        if (amount.compareTo(refundable()) > 0) {
            throw OrderRefusedException.refundExceedsCaptured(refundable());
        }
        return new Balance(status, captured, refunded, refunding.plus(amount));
    }

    Balance refundFailed(Money amount) {
        return new Balance(status, captured, refunded, lessAtMost(refunding, amount));
    }

    /** The refund is no longer open, and so much has gone back altogether. */
    Balance refundSucceeded(Money amount, Money refundedTotal) {
        return refundFailed(amount).returned(refundedTotal);
    }

    /** So much has gone back altogether; less than is known already changes nothing. Open refunds can only get what is left. */
    Balance returned(Money total) {
        var back = total.compareTo(refunded) > 0 ? total : refunded;
        var left = captured.minus(back);
        var open = refunding.compareTo(left) > 0 ? left : refunding;
        var reached = left.amount() == 0 ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
        return new Balance(status.canBecome(reached) ? reached : status, captured, back, open);
    }

    private static Money lessAtMost(Money amount, Money less) {
        return less.compareTo(amount) > 0 ? Money.zero(amount.currency()) : amount.minus(less);
    }
}
