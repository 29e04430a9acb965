package dev.banyan.payments.internal;

import static dev.banyan.payments.internal.PaymentGoal.AUTHORIZE;
import static dev.banyan.payments.internal.PaymentGoal.CANCEL;
import static dev.banyan.payments.internal.PaymentGoal.CAPTURE;
import static dev.banyan.payments.internal.PaymentState.AUTHORIZED;
import static dev.banyan.payments.internal.PaymentState.CAPTURED;
import static dev.banyan.payments.internal.PaymentState.DECLINED;
import static dev.banyan.payments.internal.PaymentState.PENDING;
import static dev.banyan.payments.internal.PaymentState.VOIDED;

import dev.banyan.kernel.Money;
import dev.banyan.payments.RefundRefusedException;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * One order's payment. Commands move its goal, the provider's outcomes its state; {@link Standing#next} tells what lies between the two.
 * Each outcome may come twice, late or out of order: what doesn't fit the state changes nothing. A change returns the event
 * that tells about it.
 */
@AggregateRoot
final class Payment {
    private final PaymentDetails details;
    private PaymentState state;
    private PaymentGoal goal;
    private boolean stray;
    private int releases;
    private @Nullable String reference;
    private Balance balance;
    private int tries;
    private @Nullable Instant deadline;

    Payment(PaymentDetails details, Standing standing) {
        this.details = details;
        this.state = standing.state();
        this.goal = standing.goal();
        this.stray = standing.stray();
        this.releases = standing.releases();
        this.reference = standing.reference();
        this.balance = standing.balance();
        this.tries = standing.tries();
        this.deadline = standing.deadline();
    }

    PaymentDetails details() {
        return details;
    }

    Standing standing() {
        return new Standing(state, goal, stray, releases, reference, balance, tries, deadline);
    }

    NextStep next(Instant now) {
        return standing().next(now);
    }

    /** Asks for the amount to be taken; nothing when that was asked before, or the opposite. */
    void capture() {
        if (goal == AUTHORIZE) {
            goal = CAPTURE;
        }
    }

    /** Asks for everything to be given back, also what is decided later. */
    Optional<Record> cancel(Instant at) {
        if (goal == CANCEL) {
            return Optional.empty();
        }
        goal = CANCEL;
        tries = 0;
        deadline = null;
        return state == CAPTURED ? returnedIfNothing(at) : Optional.empty();
    }

    /** The amount is held. Too late after a decline or a cancellation: it has to be released. */
    Optional<Record> authorized(String reference, Instant at) {
        heard(reference);
        switch (state) {
            case PENDING -> {
                become(AUTHORIZED);
                return goal == CANCEL ? Optional.empty() : Optional.of(PaymentEvents.authorized(this, at));
            }
            case DECLINED, VOIDED -> stray = true;
            case AUTHORIZED, CAPTURED -> {}
        }
        return Optional.empty();
    }

    /** The provider will decide later, and has until {@code until}. */
    void pending(String reference, Instant until) {
        if (state == PENDING && this.reference == null) {
            heard(reference);
            deadline = goal == CANCEL ? null : until;
        }
    }

    /** The provider won't hold the amount. */
    Optional<Record> declined(Instant at) {
        return state == PENDING ? Optional.of(ended(at)) : Optional.empty();
    }

    /** Nobody waits for the authorization any longer; should it be given yet, it is released. */
    Optional<Record> giveUp(Instant at) {
        if (state != PENDING || goal == CANCEL || !standing().expired(at)) {
            return Optional.empty();
        }
        become(VOIDED);
        stray = true;
        return Optional.of(PaymentEvents.declined(this, "timeout", at));
    }

    /** The provider let go what it held, as the release with that number asked it to. */
    Optional<Record> released(int release, Instant at) {
        if (release != releases) {
            return Optional.empty();
        }
        releases++;
        stray = false;
        tries = 0;
        return releasedUnasked(at);
    }

    /**
     * The provider holds nothing any more. Not our doing, unless the payment was cancelled. What may be held astray it has to
     * say when it is asked.
     */
    Optional<Record> releasedUnasked(Instant at) {
        return state == PENDING || state == AUTHORIZED ? Optional.of(ended(at)) : Optional.empty();
    }

    /** The amount is ours. Too late after a decline or a cancellation: it goes back. */
    Optional<Record> captured(Instant at) {
        if (state == CAPTURED) {
            return Optional.empty();
        }
        if (state != AUTHORIZED) {
            goal = CANCEL;
        }
        balance = Balance.captured(details.amount().amount());
        stray = false;
        become(CAPTURED);
        return goal == CANCEL ? returnedIfNothing(at) : Optional.of(PaymentEvents.captured(this, at));
    }

    /**
     * The provider says unasked that it captured. That is believed where we are about to capture; everywhere else it proves no
     * more than that money is held: the next command to the provider will show.
     */
    Optional<Record> capturedUnasked(String reference, Instant at) {
        return state == AUTHORIZED && goal == CAPTURE ? captured(at) : authorized(reference, at);
    }

    /** The provider won't let us take what it held. */
    Optional<Record> captureRefused(Instant at) {
        if (state != AUTHORIZED || goal != CAPTURE) {
            return Optional.empty();
        }
        stray = true;
        return Optional.of(ended(at));
    }

    /** Sets {@code amount} aside for a refund. */
    void requestRefund(Money amount) {
        if (state != CAPTURED
                || goal == CANCEL
                || !amount.currency().equals(details.amount().currency())) {
            throw RefundRefusedException.notRefundable();
        }
        balance = balance.requested(amount.amount());
    }

    Record refunded(Refund refund, Instant at) {
        balance = balance.succeeded(refund.amount());
        tries = 0;
        return PaymentEvents.refunded(this, refund.id(), refund.amount(), at);
    }

    Record refundRefused(Refund refund, Instant at) {
        balance = balance.failed(refund.amount());
        tries = 0;
        return PaymentEvents.refundFailed(this, refund, at);
    }

    /** All that was left went back. */
    Optional<Record> restRefunded(long amount, Instant at) {
        if (amount == 0 || amount != standing().rest()) {
            return Optional.empty();
        }
        balance = balance.emptied();
        tries = 0;
        return Optional.of(PaymentEvents.refunded(this, null, amount, at));
    }

    /** The next step was tried and nobody knows what became of it; the first time starts the clock of an authorization that is wanted. */
    void tried(Instant giveUpAt) {
        tries++;
        if (state == PENDING && goal != CANCEL && deadline == null) {
            deadline = giveUpAt;
        }
    }

    /** What was for nothing has been given back as soon as that is asked for. */
    private Optional<Record> returnedIfNothing(Instant at) {
        return details.amount().amount() == 0
                ? Optional.of(PaymentEvents.refunded(this, null, 0, at))
                : Optional.empty();
    }

    private Record ended(Instant at) {
        become(goal == CANCEL ? VOIDED : DECLINED);
        return goal == CANCEL ? PaymentEvents.voided(this, at) : PaymentEvents.declined(this, "declined", at);
    }

    private void become(PaymentState next) {
        state = next;
        tries = 0;
        deadline = null;
    }

    private void heard(String name) {
        if (reference == null) {
            reference = name;
        }
    }
}
