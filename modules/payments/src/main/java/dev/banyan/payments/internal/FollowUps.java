package dev.banyan.payments.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from a change, as part of its transaction: the event that tells about it, and the payment's next step, now or after a pause. */
@Component
class FollowUps {
    private final ApplicationEventPublisher events;
    private final Timers timers;
    private final PaymentsProperties properties;
    private final Clock clock;

    FollowUps(ApplicationEventPublisher events, Timers timers, PaymentsProperties properties, Clock clock) {
        this.events = events;
        this.timers = timers;
        this.properties = properties;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void publish(Record event) {
        events.publishEvent(event);
    }

    void start(UUID orderId) {
        events.publishEvent(new ProviderStepDue(Ids.next(), orderId));
    }

    /** A step that was tried before is tried again after a pause, an authorization's at its deadline at the latest. */
    void after(Payment payment) {
        var now = now();
        var orderId = payment.details().orderId();
        if (payment.next(now) == NextStep.NOTHING) {
            return;
        }
        int tries = payment.standing().tries();
        if (tries == 0) {
            start(orderId);
        } else {
            retry(payment, properties.pauseUntil(tries, now));
        }
    }

    /** Has the payment looked at again then, or at its deadline when that is earlier: at once when it has passed. */
    void retry(Payment payment, Instant then) {
        var orderId = payment.details().orderId();
        var deadline = payment.standing().deadline();
        var due = payment.standing().expired(now())
                ? Instant.EPOCH
                : deadline != null && deadline.isBefore(then) ? deadline : then;
        timers.schedule(orderId.toString(), due, new ProviderRetryDue(orderId));
    }
}
