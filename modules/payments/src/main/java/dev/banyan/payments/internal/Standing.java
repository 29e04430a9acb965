package dev.banyan.payments.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment is, as it is stored.
 *
 * @param stray it was given up, but the provider may hold money that has to be released
 * @param releases how often the provider let go what it held; each time was a command of its own
 * @param reference the provider's name for it, once we have heard one
 * @param tries how often the next step was tried without learning its outcome
 * @param deadline when an undecided authorization is given up; counted from the first try
 */
record Standing(
        PaymentState state,
        PaymentGoal goal,
        boolean stray,
        int releases,
        @Nullable String reference,
        Balance balance,
        int tries,
        @Nullable Instant deadline) {
    NextStep next(Instant now) {
        if (stray) {
            return NextStep.RELEASE;
        }
        return switch (state) {
            case PENDING -> pending(now);
            case AUTHORIZED ->
                switch (goal) {
                    case AUTHORIZE -> NextStep.NOTHING;
                    case CAPTURE -> NextStep.CAPTURE;
                    case CANCEL -> NextStep.RELEASE;
                };
            case CAPTURED ->
                balance.refunding() > 0 ? NextStep.REFUND : rest() > 0 ? NextStep.REFUND_REST : NextStep.NOTHING;
            case DECLINED, VOIDED -> NextStep.NOTHING;
        };
    }

    /** What a cancelled payment has yet to give back. */
    long rest() {
        return goal == PaymentGoal.CANCEL ? balance.left() : 0;
    }

    /** Whether the authorization has been undecided for too long. */
    boolean expired(Instant now) {
        return deadline != null && !now.isBefore(deadline);
    }

    static Standing requested() {
        return new Standing(PaymentState.PENDING, PaymentGoal.AUTHORIZE, false, 0, null, Balance.NOTHING, 0, null);
    }

    /** Of a payment that was cancelled before it was asked for. */
    static Standing neverWanted() {
        return new Standing(PaymentState.VOIDED, PaymentGoal.CANCEL, false, 0, null, Balance.NOTHING, 0, null);
    }

    /** In {@code next}, of which no step was tried yet. */
    Standing become(PaymentState next) {
        return new Standing(next, goal, stray, releases, reference, balance, 0, null);
    }

    Standing to(PaymentGoal next) {
        return new Standing(state, next, stray, releases, reference, balance, tries, deadline);
    }

    Standing astray(boolean held) {
        return new Standing(state, goal, held, releases, reference, balance, tries, deadline);
    }

    /** The provider let go what it held. */
    Standing released() {
        return new Standing(state, goal, false, releases + 1, reference, balance, 0, null);
    }

    /** The first name stays. */
    Standing named(String name) {
        return new Standing(
                state, goal, stray, releases, reference == null ? name : reference, balance, tries, deadline);
    }

    Standing with(Balance next) {
        return new Standing(state, goal, stray, releases, reference, next, tries, deadline);
    }

    Standing until(@Nullable Instant time) {
        return new Standing(state, goal, stray, releases, reference, balance, tries, time);
    }

    /** The next step is another one: it was never tried. */
    Standing anew() {
        return become(state);
    }

    /** Once more without learning an outcome; {@code giveUpAt} is the deadline of an authorization that is wanted and has none. */
    Standing tried(Instant giveUpAt) {
        boolean starts = state == PaymentState.PENDING && goal != PaymentGoal.CANCEL && deadline == null;
        return new Standing(state, goal, stray, releases, reference, balance, tries + 1, starts ? giveUpAt : deadline);
    }

    private NextStep pending(Instant now) {
        if (goal == PaymentGoal.CANCEL) {
            return NextStep.RELEASE;
        }
        return expired(now) ? NextStep.GIVE_UP : NextStep.AUTHORIZE;
    }
}
