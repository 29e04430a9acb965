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

/**
 * One order's payment. Commands move its goal, the provider's outcomes its state; {@link Standing#next} tells what lies between the two.
 * Each outcome may come twice, late or out of order: what doesn't fit the state changes nothing. A change returns the event
 * that tells about it.
 */
@AggregateRoot
final class Payment {
    private final PaymentDetails details;
    private Standing standing;

    Payment(PaymentDetails details, Standing standing) {
        this.details = details;
        this.standing = standing;
    }

    PaymentDetails details() {
        return details;
    }

    Standing standing() {
        return standing;
    }

    NextStep next(Instant now) {
        return standing.next(now);
    }

    /** Asks for the amount to be taken; nothing when that was asked before, or the opposite. */
    void capture() {
        if (standing.goal() == AUTHORIZE) {
            standing = standing.to(CAPTURE);
        }
    }

    /** Asks for everything to be given back, also what is decided later. */
    Optional<Record> cancel(Instant at) {
        if (standing.goal() == CANCEL) {
            return Optional.empty();
        }
        standing = standing.to(CANCEL).anew();
        return standing.state() == CAPTURED ? returnedIfNothing(at) : Optional.empty();
    }

    /** The amount is held. Too late after a decline or a cancellation: it has to be released. */
    Optional<Record> authorized(String reference, Instant at) {
        standing = standing.named(reference);
        switch (standing.state()) {
            case PENDING -> {
                standing = standing.become(AUTHORIZED);
                return standing.goal() == CANCEL ? Optional.empty() : Optional.of(PaymentEvents.authorized(this, at));
            }
            case DECLINED, VOIDED -> standing = standing.astray(true);
            case AUTHORIZED, CAPTURED -> {}
        }
        return Optional.empty();
    }

    /** The provider will decide later, and has until {@code until}. */
    void pending(String reference, Instant until) {
        if (standing.state() == PENDING && standing.reference() == null) {
            standing = standing.named(reference).until(standing.goal() == CANCEL ? null : until);
        }
    }

    /** The provider won't hold the amount. */
    Optional<Record> declined(Instant at) {
        return standing.state() == PENDING ? Optional.of(ended(at)) : Optional.empty();
    }

    /** Nobody waits for the authorization any longer; should it be given yet, it is released. */
    Optional<Record> giveUp(Instant at) {
        if (standing.state() != PENDING || standing.goal() == CANCEL || !standing.expired(at)) {
            return Optional.empty();
        }
        standing = standing.become(VOIDED).astray(true);
        return Optional.of(PaymentEvents.declined(this, "timeout", at));
    }

    /** The provider let go what it held, as the release with that number asked it to. */
    Optional<Record> released(int release, Instant at) {
        if (release != standing.releases()) {
            return Optional.empty();
        }
        standing = standing.released();
        return releasedUnasked(at);
    }

    /**
     * The provider holds nothing any more. Not our doing, unless the payment was cancelled. What may be held astray it has to
     * say when it is asked.
     */
    Optional<Record> releasedUnasked(Instant at) {
        return standing.state() == PENDING || standing.state() == AUTHORIZED
                ? Optional.of(ended(at))
                : Optional.empty();
    }

    /** The amount is ours. Too late after a decline or a cancellation: it goes back. */
    Optional<Record> captured(Instant at) {
        if (standing.state() == CAPTURED) {
            return Optional.empty();
        }
        var goal = standing.state() == AUTHORIZED ? standing.goal() : CANCEL;
        var balance = Balance.captured(details.amount().amount());
        standing = standing.become(CAPTURED).to(goal).astray(false).with(balance);
        return goal == CANCEL ? returnedIfNothing(at) : Optional.of(PaymentEvents.captured(this, at));
    }

    /**
     * The provider says unasked that it captured. That is believed where we are about to capture; everywhere else it proves no
     * more than that money is held: the next command to the provider will show.
     */
    Optional<Record> capturedUnasked(String reference, Instant at) {
        return isCapturing() ? captured(at) : authorized(reference, at);
    }

    /** The provider won't let us take what it held. */
    Optional<Record> captureRefused(Instant at) {
        if (!isCapturing()) {
            return Optional.empty();
        }
        standing = standing.astray(true);
        return Optional.of(ended(at));
    }

    /** Sets {@code amount} aside for a refund. */
    void requestRefund(Money amount) {
        if (standing.state() != CAPTURED
                || standing.goal() == CANCEL
                || !amount.currency().equals(details.amount().currency())) {
            throw RefundRefusedException.notRefundable();
        }
        standing = standing.with(standing.balance().requested(amount.amount()));
    }

    Record refunded(Refund refund, Instant at) {
        settle(standing.balance().succeeded(refund.amount()));
        return PaymentEvents.refunded(this, refund.id(), refund.amount(), at);
    }

    Record refundRefused(Refund refund, Instant at) {
        settle(standing.balance().failed(refund.amount()));
        return PaymentEvents.refundFailed(this, refund, at);
    }

    /** All that was left went back. */
    Optional<Record> restRefunded(long amount, Instant at) {
        if (amount == 0 || amount != standing.rest()) {
            return Optional.empty();
        }
        settle(standing.balance().emptied());
        return Optional.of(PaymentEvents.refunded(this, null, amount, at));
    }

    /** The next step was tried and nobody knows what became of it; the first time starts the clock of an authorization that is wanted. */
    void tried(Instant giveUpAt) {
        standing = standing.tried(giveUpAt);
    }

    /** What was for nothing has been given back as soon as that is asked for. */
    private Optional<Record> returnedIfNothing(Instant at) {
        return details.amount().amount() == 0
                ? Optional.of(PaymentEvents.refunded(this, null, 0, at))
                : Optional.empty();
    }

    private Record ended(Instant at) {
        boolean wanted = standing.goal() != CANCEL;
        standing = standing.become(wanted ? DECLINED : VOIDED);
        return wanted ? PaymentEvents.declined(this, "declined", at) : PaymentEvents.voided(this, at);
    }

    private boolean isCapturing() {
        return standing.state() == AUTHORIZED && standing.goal() == CAPTURE;
    }

    /** A refund is decided: the next one is tried anew. */
    private void settle(Balance balance) {
        standing = standing.with(balance).anew();
    }
}
