package dev.banyan.payments.internal;

import dev.banyan.payments.RefundRefusedException;

/**
 * What came of a payment's money: never more refunded than captured.
 *
 * @param refunding the sum of the refunds that were asked for and aren't decided
 */
record Balance(long captured, long refunded, long refunding) {
    static final Balance NOTHING = new Balance(0, 0, 0);

    static Balance captured(long amount) {
        return new Balance(amount, 0, 0);
    }

    /** What can still be asked for. */
    long left() {
        return captured - refunded - refunding;
    }

    /** Sets {@code amount} aside for a refund. */
    Balance requested(long amount) {
        if (amount <= 0 || amount > left()) {
            throw RefundRefusedException.exceedsCaptured();
        }
        return new Balance(captured, refunded, refunding + amount);
    }

    /** What was set aside went back. */
    Balance succeeded(long amount) {
        return new Balance(captured, refunded + amount, refunding - amount);
    }

    /** What was set aside stays. */
    Balance failed(long amount) {
        return new Balance(captured, refunded, refunding - amount);
    }

    /** All that was left went back. */
    Balance emptied() {
        return new Balance(captured, refunded + left(), refunding);
    }
}
