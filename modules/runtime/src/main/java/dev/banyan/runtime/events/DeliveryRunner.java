package dev.banyan.runtime.events;

import dev.banyan.runtime.json.ContractJson;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one listener with one event, once, and settles what becomes of the publication. */
final class DeliveryRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRunner.class);
    private static final int MAX_DOUBLINGS = 20;

    private final Subscriptions subscriptions;
    private final PublicationStore store;
    private final PublicationQueries queries;
    private final ContractJson json;
    private final DeliveryContext contexts;
    private final EventProperties properties;
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    DeliveryRunner(
            Subscriptions subscriptions,
            PublicationStore store,
            PublicationQueries queries,
            ContractJson json,
            DeliveryContext contexts,
            EventProperties properties) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.queries = queries;
        this.json = json;
        this.contexts = contexts;
        this.properties = properties;
    }

    Outcome run(Publication publication) {
        var lane = publication.lane();
        var subscription = subscriptions.find(lane.subscriber(), publication.type());
        if (subscription == null) {
            return withoutSubscriber(publication);
        }
        // A step calls other modules before its transaction checks its turn. What was read from the table may be
        // delivered meanwhile, too.
        if (subscription.step() && !queries.isHead(publication.position())) {
            return Outcome.LOST;
        }
        var delivery = new Delivery(publication.position(), store.claim(), subscription.module());
        try {
            contexts.run(publication.context(), subscription.id(), () -> call(subscription, publication, delivery));
            if (delivery.state() == Delivery.State.BOUND) {
                return store.complete(publication.position()) ? Outcome.COMPLETED : Outcome.LOST;
            }
            return delivery.state() == Delivery.State.LOST ? Outcome.LOST : Outcome.COMPLETED;
        } catch (Throwable failure) {
            return delivery.state() == Delivery.State.LOST ? Outcome.LOST : failed(publication, subscription, failure);
        }
    }

    private void call(Subscription subscription, Publication publication, Delivery delivery) throws Throwable {
        var published = publication.event();
        var event = published != null
                ? published
                : json.read(publication.payload(), subscription.type().type());
        delivery.bind();
        try {
            subscription.invoke(event);
        } finally {
            Delivery.unbind();
        }
    }

    /** It may come with the next version: the event waits, and is looked at seldom. */
    private Outcome withoutSubscriber(Publication publication) {
        var subscriber = publication.lane().subscriber();
        if (unknown.add(subscriber + "/" + publication.type())) {
            LOG.warn("Events {} wait for the subscriber {}, which is not here", publication.type(), subscriber);
        }
        return store.failed(publication.position(), properties.longestRetry(), "no such subscriber: " + subscriber)
                ? Outcome.FAILED
                : Outcome.LOST;
    }

    private Outcome failed(Publication publication, Subscription subscription, Throwable failure) {
        var pause = pause(publication.attempts());
        try {
            if (!store.failed(publication.position(), pause, failure.toString())) {
                LOG.warn("{} failed after its transaction was committed: {}", subscription.id(), failure.toString());
                return Outcome.LOST;
            }
        } catch (RuntimeException unreachable) {
            LOG.warn("{} failed, and that can't be noted: {}", subscription.id(), unreachable.toString());
            return Outcome.UNSETTLED;
        }
        if (publication.attempts() == 0) {
            LOG.info("{} failed and is tried again: {}", subscription.id(), failure.toString());
        } else {
            LOG.warn(
                    "{} failed {} times, next in {} ms",
                    subscription.id(),
                    publication.attempts() + 1,
                    pause.toMillis(),
                    failure);
        }
        return Outcome.FAILED;
    }

    private Duration pause(int attempts) {
        var doubled = properties.firstRetry().multipliedBy(1L << Math.min(attempts, MAX_DOUBLINGS));
        var bounded = doubled.compareTo(properties.longestRetry()) < 0 ? doubled : properties.longestRetry();
        return Duration.ofMillis(
                (long) (bounded.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }

    /** What became of an attempt. */
    enum Outcome {
        /** The effects and the completion are committed. */
        COMPLETED,
        /** It was not ours to deliver, or not its turn. */
        LOST,
        /** It is tried again later, as noted in the table. */
        FAILED,
        /** It failed, and so did the attempt to note that. */
        UNSETTLED
    }
}
