package dev.banyan.payments.internal;

import dev.banyan.payments.spi.ProviderNotification;
import dev.banyan.runtime.events.Timers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in each webhook once: its id and its effect are stored together. */
@Service
class WebhookService {
    private final WebhookRepository webhooks;
    private final PaymentRepository payments;
    private final WebhookEffects effects;
    private final Timers timers;
    private final FollowUps followUps;
    private final PaymentsProperties properties;

    WebhookService(
            WebhookRepository webhooks,
            PaymentRepository payments,
            WebhookEffects effects,
            Timers timers,
            FollowUps followUps,
            PaymentsProperties properties) {
        this.webhooks = webhooks;
        this.payments = payments;
        this.effects = effects;
        this.timers = timers;
        this.followUps = followUps;
        this.properties = properties;
    }

    /** A repeated id changes nothing; one about a payment that nobody has heard of is kept until somebody has. */
    @Transactional
    public void receive(String provider, ProviderNotification notification) {
        var now = followUps.now();
        if (!webhooks.insert(provider, notification, now)) {
            return;
        }
        if (!applied(provider, notification)) {
            webhooks.keepWaiting(provider, notification.id());
            matchLater(provider, notification.id(), 1, now);
        }
    }

    /** Looks again whether the payment is known by now, and gives up when it has waited long enough. */
    @Transactional
    public void match(WebhookMatchDue due) {
        webhooks.lockWaiting(due.provider(), due.webhookId()).ifPresent(this::match);
    }

    private void match(WaitingWebhook waiting) {
        var now = followUps.now();
        var id = waiting.notification().id();
        boolean tooOld = !now.isBefore(waiting.receivedAt().plus(properties.webhookWait()));
        if (applied(waiting.provider(), waiting.notification()) || tooOld) {
            webhooks.stopWaiting(waiting.provider(), id);
        } else {
            webhooks.keepWaiting(waiting.provider(), id);
            matchLater(waiting.provider(), id, waiting.tries() + 1, now);
        }
    }

    private boolean applied(String provider, ProviderNotification notification) {
        Optional<Payment> payment = payments.lockReferred(provider, notification.reference());
        payment.ifPresent(it -> effects.apply(it, notification));
        return payment.isPresent();
    }

    private void matchLater(String provider, String id, int tries, Instant now) {
        timers.schedule(provider + "/" + id, properties.pauseUntil(tries, now), new WebhookMatchDue(provider, id));
    }
}
