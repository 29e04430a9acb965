package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.OutgoingMessage;
import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the state of deliveries and plans the next attempt. */
@Service
class DeliveryService {
    private final DeliveryRepository deliveries;
    private final BodySeal seal;
    private final Timers timers;
    private final NotificationsProperties.Delivery limits;
    private final Clock clock;

    DeliveryService(
            DeliveryRepository deliveries,
            BodySeal seal,
            Timers timers,
            NotificationsProperties properties,
            Clock clock) {
        this.deliveries = deliveries;
        this.seal = seal;
        this.timers = timers;
        this.limits = properties.delivery();
        this.clock = clock;
    }

    /** Empty when there is nothing to deliver any more. */
    @Transactional(readOnly = true)
    Optional<PendingMessage> pending(UUID id) {
        return deliveries.findPending(id).map(row -> {
            var body = seal.open(id, row.body());
            var shown = body.orElse(Body.HIDDEN);
            return new PendingMessage(
                    row.channel(),
                    new OutgoingMessage(id, row.to(), row.subject(), shown.text(), shown.html()),
                    obstacle(row, body));
        });
    }

    private Optional<String> obstacle(DeliveryRepository.Row row, Optional<Body> body) {
        if (clock.instant().isAfter(row.deliverUntil())) {
            return Optional.of("It could not be delivered in time");
        }
        return body.isEmpty() ? Optional.of("Its body can't be opened with this process's secret") : Optional.empty();
    }

    /** The message must not leave any more. */
    @Transactional
    void abandon(UUID id, String reason) {
        deliveries.abandon(id, reason);
    }

    /** The channel doesn't lead out of the shop any more. */
    @Transactional
    void keep(UUID id) {
        deliveries.markKept(id);
    }

    @Transactional
    void record(UUID id, Attempt attempt) {
        var now = clock.instant();
        if (attempt.outcome() == Attempt.Outcome.DELIVERED) {
            deliveries.markSent(id, now);
        } else {
            deliveries.countAttempt(id, attempt).ifPresent(progress -> plan(id, progress, now));
        }
    }

    private void plan(UUID id, DeliveryRepository.Progress progress, Instant now) {
        var next = now.plus(limits.pauseAfter(progress.attempts()));
        if (progress.refusals() >= limits.refusals() || next.isAfter(progress.deliverUntil())) {
            deliveries.markFailed(id);
        } else {
            timers.schedule(id.toString(), next, new DeliverMessage(id));
        }
    }
}
