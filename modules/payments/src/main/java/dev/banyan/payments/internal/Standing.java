package dev.banyan.payments.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment is, as it is stored.
 *
 * @param stray it was given up, but the provider may hold money that has to be released
 * @param reference the provider's name for it, once we have heard one
 * @param tries how often the next step was tried without learning its outcome
 * @param deadline when an undecided authorization is given up; counted from the first try
 */
record Standing(
        PaymentState state,
        PaymentGoal goal,
        boolean stray,
        @Nullable String reference,
        Balance balance,
        int tries,
        @Nullable Instant deadline) {
    static Standing requested() {
        return new Standing(PaymentState.PENDING, PaymentGoal.AUTHORIZE, false, null, Balance.NOTHING, 0, null);
    }

    /** Of a payment that was cancelled before it was asked for. */
    static Standing neverWanted() {
        return new Standing(PaymentState.VOIDED, PaymentGoal.CANCEL, false, null, Balance.NOTHING, 0, null);
    }
}
