package dev.banyan.payments.internal;

import dev.banyan.payments.spi.ProviderNotification;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Applies what a provider told to the payment it is about, as far as it fits, and notes it for staff. A webhook names no
 * single refund of ours, so that it decides none: the provider is asked, by the refund's key.
 */
@Component
class WebhookEffects {
    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final FollowUps followUps;

    WebhookEffects(PaymentRepository payments, AttemptRepository attempts, FollowUps followUps) {
        this.payments = payments;
        this.attempts = attempts;
        this.followUps = followUps;
    }

    /** Changes a locked payment, as part of the current transaction. */
    void apply(Payment payment, ProviderNotification told) {
        var now = followUps.now();
        var before = payment.standing();
        boolean fits = fits(payment, told);
        Optional<Record> event = fits ? change(payment, told, now) : Optional.empty();
        if (!payment.standing().equals(before)) {
            note(payment, told, "applied", now);
            payments.update(payment);
            event.ifPresent(followUps::publish);
            followUps.after(payment);
        } else if (fits && told.type() == ProviderNotification.Type.REFUNDED && payment.next(now) != NextStep.NOTHING) {
            note(payment, told, "asked", now);
            followUps.start(payment.details().orderId());
        } else {
            note(payment, told, fits ? "no-effect" : "wrong-amount", now);
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

    private static Optional<Record> change(Payment payment, ProviderNotification told, Instant now) {
        return switch (told.type()) {
            case AUTHORIZED -> payment.authorized(told.reference(), now);
            case CAPTURED -> payment.capturedUnasked(told.reference(), now);
            case DECLINED -> payment.declined(now);
            case VOIDED -> payment.releasedUnasked(now);
            case REFUNDED -> Optional.empty();
        };
    }

    private void note(Payment payment, ProviderNotification told, String outcome, Instant now) {
        var action = "webhook." + told.type().name().toLowerCase(Locale.ROOT);
        attempts.add(Attempt.webhook(payment, action, outcome, now));
    }
}
