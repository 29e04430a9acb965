package dev.banyan.runtime.events;

import dev.banyan.runtime.json.ContractJson;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Calls one listener with one event, once, and settles what becomes of the publication. */
final class DeliveryRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRunner.class);

    private final Subscriptions subscriptions;
    private final PublicationStore store;
    private final PublicationQueries queries;
    private final ContractJson json;
    private final DeliveryContext contexts;
    private final FailurePolicy policy;

    DeliveryRunner(
            Subscriptions subscriptions,
            PublicationStore store,
            PublicationQueries queries,
            ContractJson json,
            DeliveryContext contexts,
            FailurePolicy policy) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.queries = queries;
        this.json = json;
        this.contexts = contexts;
        this.policy = policy;
    }

    /** @param knownHead whether it is its lane's head for all that this process knows, so that the database needn't be asked */
    Outcome run(Publication publication, boolean knownHead) {
        var subscription = subscriptions.find(publication.lane().subscriber(), publication.type());
        if (subscription == null) {
            return policy.withoutSubscriber(publication);
        }
        // A step calls other modules before its transaction checks its turn.
        if (subscription.step() && !knownHead && !queries.isHead(publication.position())) {
            return Outcome.LOST;
        }
        var delivery = new Delivery(List.of(publication.position()), store.claim(), subscription.module());
        try {
            call(subscription, publication, delivery);
            if (delivery.state() == Delivery.State.BOUND) {
                return store.complete(publication.position()) ? Outcome.COMPLETED : Outcome.LOST;
            }
            return delivery.state() == Delivery.State.LOST ? Outcome.LOST : Outcome.COMPLETED;
        } catch (Throwable failure) {
            return delivery.state() == Delivery.State.LOST
                    ? Outcome.LOST
                    : policy.failed(publication, subscription.id(), failure);
        }
    }

    /** Calls the listener with the delivery bound to this thread. */
    void call(Subscription subscription, Publication publication, Delivery delivery) throws Throwable {
        var event = eventOf(subscription, publication);
        contexts.run(publication.context(), subscription.id(), () -> {
            delivery.bind();
            try {
                subscription.invoke(event);
            } finally {
                Delivery.unbind();
            }
        });
    }

    private Object eventOf(Subscription subscription, Publication publication) throws UnreadableEventException {
        var published = publication.event();
        if (published != null) {
            return published;
        }
        try {
            return json.read(publication.payload(), subscription.type().type());
        } catch (JacksonException unreadable) {
            LOG.debug("Event {} can't be read", publication.eventId(), unreadable);
            throw new UnreadableEventException(publication.type(), unreadable);
        }
    }
}
