package dev.banyan.payments.internal;

import dev.banyan.payments.spi.ProviderNotification;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Applies what a provider told to the payment it is about, as far as it fits, and notes it for staff. */
@Component
class WebhookEffects {
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final AttemptRepository attempts;
    private final FollowUps followUps;

    WebhookEffects(
            PaymentRepository payments, RefundRepository refunds, AttemptRepository attempts, FollowUps followUps) {
        this.payments = payments;
        this.refunds = refunds;
        this.attempts = attempts;
        this.followUps = followUps;
    }

    /** Changes a locked payment, as part of the current transaction. */
    void apply(Payment payment, ProviderNotification told) {
        var now = followUps.now();
        var before = payment.standing();
        boolean fits = fits(payment, told);
        Optional<Record> event = fits ? change(payment, told, now) : Optional.empty();
        boolean changed = !payment.standing().equals(before);
        note(payment, told, changed ? "applied" : fits ? "no-effect" : "wrong-amount", now);
        if (changed) {
            payments.update(payment);
            event.ifPresent(followUps::publish);
            followUps.after(payment);
        }
    }

    private static boolean fits(Payment payment, ProviderNotification told) {
        var amount = payment.details().amount();
        return switch (told.type()) {
            case REFUNDED ->
                told.amount().currency().equals(amount.currency())
                        && told.amount().amount()
                                <= payment.standing().balance().captured();
            case AUTHORIZED, CAPTURED, DECLINED, VOIDED -> told.amount().equals(amount);
        };
    }

    private Optional<Record> change(Payment payment, ProviderNotification told, Instant now) {
        return switch (told.type()) {
            case AUTHORIZED -> payment.authorized(told.reference(), now);
            case CAPTURED -> payment.capturedUnasked(told.reference(), now);
            case DECLINED -> payment.declined(now);
            case VOIDED -> payment.released(now);
            case REFUNDED -> refunded(payment, told, now);
        };
    }

    /** Confirms a refund that was asked for; never makes one up. */
    private Optional<Record> refunded(Payment payment, ProviderNotification told, Instant now) {
        return refunds.pending(payment.details().id(), told.amount().amount()).map(refund -> {
            refunds.decide(refund, Refund.State.SUCCEEDED, told.reference());
            return payment.refunded(refund, now);
        });
    }

    private void note(Payment payment, ProviderNotification told, String outcome, Instant now) {
        var action = "webhook." + told.type().name().toLowerCase(Locale.ROOT);
        attempts.add(Attempt.webhook(payment, action, outcome, now));
    }
}
