package dev.banyan.runtime.events;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a publication whose delivery failed: another attempt after a pause, or the end of all attempts. */
final class FailurePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
    private static final int MAX_DOUBLINGS = 20;

    private final PublicationStore store;
    private final EventProperties properties;

    FailurePolicy(PublicationStore store, EventProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /** Nobody will ever handle it, unless a later version does: it waits for staff. */
    Outcome withoutSubscriber(Publication publication) {
        var subscriber = publication.lane().subscriber();
        return park(publication, subscriber, "nobody handles %s as %s".formatted(publication.type(), subscriber));
    }

    /** Notes the failure of an attempt. What is not the event's fault, an outage, is tried again without end. */
    Outcome failed(Publication publication, String listener, Throwable failure) {
        var subscriber = publication.lane().subscriber();
        try {
            if (failure instanceof UnreadableEventException unreadable) {
                return park(publication, listener, unreadable.reason());
            }
            if (publication.attempts() + 1 >= properties.of(subscriber).attempts() && !Outages.caused(failure)) {
                return park(publication, listener, ErrorText.of(failure));
            }
            return retry(publication, listener, failure);
        } catch (RuntimeException unreachable) {
            LOG.warn("{} failed, and that can't be noted: {}", listener, unreachable.toString());
            return Outcome.UNSETTLED;
        }
    }

    private Outcome retry(Publication publication, String listener, Throwable failure) {
        var pause = pause(publication);
        if (!store.failed(publication.position(), pause, ErrorText.of(failure))) {
            LOG.warn("{} failed after its transaction was committed: {}", listener, failure.toString());
            return Outcome.LOST;
        }
        if (publication.attempts() == 0) {
            LOG.info("{} failed and is tried again: {}", listener, failure.toString());
        } else {
            LOG.warn(
                    "{} failed {} times, next in {} ms",
                    listener,
                    publication.attempts() + 1,
                    pause.toMillis(),
                    failure);
        }
        return Outcome.FAILED;
    }

    private Outcome park(Publication publication, String listener, String reason) {
        if (!store.park(publication.position(), reason)) {
            return Outcome.LOST;
        }
        LOG.error(
                "The event {} {} is parked after {} attempts of {}, and its key waits for it: {}",
                publication.type(),
                publication.eventId(),
                publication.attempts() + 1,
                listener,
                reason);
        return Outcome.PARKED;
    }

    private Duration pause(Publication publication) {
        var policy = properties.of(publication.lane().subscriber());
        var doubled = policy.firstRetry().multipliedBy(1L << Math.min(publication.attempts(), MAX_DOUBLINGS));
        var bounded = doubled.compareTo(policy.longestRetry()) < 0 ? doubled : policy.longestRetry();
        return Duration.ofMillis(
                (long) (bounded.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }
}
