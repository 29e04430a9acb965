package dev.banyan.payments.internal;

import static dev.banyan.payments.spi.ProviderOutcome.ALREADY_CAPTURED;

import dev.banyan.payments.PaymentNotFoundException;
import dev.banyan.payments.internal.ProviderAnswer.Decided;
import dev.banyan.payments.internal.ProviderAnswer.Unknown;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Declined;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of a step, with everything that follows from it, in one transaction. */
@Service
class ProviderResults {
    private static final int NOTED_TRIES = 20;

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final FollowUps followUps;
    private final PaymentsProperties properties;

    ProviderResults(
            PaymentRepository payments, RefundRepository refunds, FollowUps followUps, PaymentsProperties properties) {
        this.payments = payments;
        this.refunds = refunds;
        this.followUps = followUps;
        this.properties = properties;
    }

    @Transactional
    public void record(ProviderTask task, ProviderAnswer answer) {
        var payment = lock(task.orderId());
        var now = followUps.now();
        var event = apply(payment, task, answer, now);
        payments.update(payment, isMoreOfTheSame(payment, task, answer) ? null : Attempt.of(task, answer, now));
        announce(payment, event);
    }

    /** The answer hasn't come yet. Should it never come, because the process dies, its outcome is asked for. */
    @Transactional
    public void awaitAnswer(ProviderTask task) {
        var payment = lock(task.orderId());
        if (payment.standing().equals(task.standing())) {
            payment.tried(task.begunAt().plus(properties.authorizationDeadline()));
            payments.update(payment);
            followUps.retry(
                    payment, task.begunAt().plus(properties.callTimeout()).plus(properties.firstPause()));
        }
    }

    /** The deadline has passed; needs no provider, so that it holds when the provider is down. */
    @Transactional
    public void giveUp(UUID orderId) {
        var payment = lock(orderId);
        finish(payment, payment.giveUp(followUps.now()));
    }

    /** Asked again while the webhook is awaited, the provider had nothing new; or it has been down or refusing for long. */
    private static boolean isMoreOfTheSame(Payment payment, ProviderTask task, ProviderAnswer answer) {
        return switch (answer) {
            case Decided(Pending pending) -> task.standing().reference() != null;
            case Decided(Approved approved) -> false;
            case Decided(Declined declined) -> payment.standing().tries() > NOTED_TRIES;
            case Unknown unknown -> payment.standing().tries() > NOTED_TRIES;
        };
    }

    private Payment lock(UUID orderId) {
        return payments.lock(orderId).orElseThrow(() -> new PaymentNotFoundException(orderId));
    }

    private void finish(Payment payment, Optional<Record> event) {
        payments.update(payment);
        announce(payment, event);
    }

    private void announce(Payment payment, Optional<Record> event) {
        event.ifPresent(followUps::publish);
        followUps.after(payment);
    }

    private Optional<Record> apply(Payment payment, ProviderTask task, ProviderAnswer answer, Instant now) {
        return switch (answer) {
            case Unknown unknown -> unknown(payment, task);
            case Decided(Approved approved) -> approved(payment, task, approved, now);
            case Decided(Declined declined) -> declined(payment, task, declined, now);
            case Decided(Pending pending) -> {
                payment.pending(pending.reference(), now.plus(properties.pendingDeadline()));
                yield unknown(payment, task);
            }
        };
    }

    private Optional<Record> approved(Payment payment, ProviderTask task, Approved approved, Instant now) {
        return switch (task.step()) {
            case AUTHORIZE -> payment.authorized(approved.reference(), now);
            case CAPTURE -> payment.captured(now);
            case RELEASE -> payment.released(task.standing().releases(), now);
            case REFUND -> refunded(payment, task, approved, now);
            case REFUND_REST -> payment.restRefunded(task.amount().amount(), now);
            case NOTHING, GIVE_UP -> Optional.empty();
        };
    }

    private Optional<Record> declined(Payment payment, ProviderTask task, Declined declined, Instant now) {
        boolean captured = declined.code().equals(ALREADY_CAPTURED);
        return switch (task.step()) {
            case AUTHORIZE -> payment.declined(now);
            case CAPTURE -> captured ? payment.captured(now) : payment.captureRefused(now);
            case RELEASE -> captured ? payment.captured(now) : unknown(payment, task);
            case REFUND -> refundRefused(payment, task, now);
            case REFUND_REST -> unknown(payment, task);
            case NOTHING, GIVE_UP -> Optional.empty();
        };
    }

    private Optional<Record> refunded(Payment payment, ProviderTask task, Approved approved, Instant now) {
        return stillPending(task).map(refund -> {
            refunds.decide(refund, Refund.State.SUCCEEDED, approved.reference());
            return payment.refunded(refund, now);
        });
    }

    private Optional<Record> refundRefused(Payment payment, ProviderTask task, Instant now) {
        return stillPending(task).map(refund -> {
            refunds.decide(refund, Refund.State.FAILED, null);
            return payment.refundRefused(refund, now);
        });
    }

    private Optional<Refund> stillPending(ProviderTask task) {
        return Optional.ofNullable(task.refund()).flatMap(refund -> refunds.pending(refund.id()));
    }

    /** Tried again after a pause, unless something else has become the payment's next step meanwhile. */
    private Optional<Record> unknown(Payment payment, ProviderTask task) {
        if (payment.next(task.begunAt()) == task.step()) {
            payment.tried(task.begunAt().plus(properties.authorizationDeadline()));
        }
        return Optional.empty();
    }
}
