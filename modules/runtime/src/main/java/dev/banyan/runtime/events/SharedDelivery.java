package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Delivery.State;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers events of one subscriber with different keys in one transaction, so that under a backlog they share its commit. When
 * one fails they are delivered one by one.
 */
final class SharedDelivery {
    private final Subscriptions subscriptions;
    private final DeliveryRunner runner;
    private final PublicationStore store;
    private final PlatformTransactionManager transactions;

    SharedDelivery(
            Subscriptions subscriptions,
            DeliveryRunner runner,
            PublicationStore store,
            PlatformTransactionManager transactions) {
        this.subscriptions = subscriptions;
        this.runner = runner;
        this.store = store;
        this.transactions = transactions;
    }

    /** Whether its listener does all it does in the one transaction that it asks for. */
    boolean isPossible(Publication publication) {
        var subscription = subscriptions.find(publication.lane().subscriber(), publication.type());
        return subscription != null && subscription.ownTransaction();
    }

    List<String> subscribers() {
        return subscriptions.subscribers();
    }

    /** @param knownHeads see {@link DeliveryRunner#run} */
    List<Outcome> deliver(List<Publication> publications, boolean knownHeads) {
        if (publications.size() > 1) {
            try {
                return together(publications);
            } catch (Throwable failure) {
                // Whichever it was, it fails again by itself, and its failure is noted there.
            }
        }
        return publications.stream()
                .map(publication -> runner.run(publication, knownHeads))
                .toList();
    }

    private List<Outcome> together(List<Publication> publications) throws Throwable {
        var module = subscriptionOf(publications.getFirst()).module();
        var delivery =
                new Delivery(publications.stream().map(Publication::position).toList(), store.claim(), module);
        var transaction = new TransactionTemplate(transactions);
        transaction.setName("dev.banyan." + module + ".delivery");
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var outcomes = new ArrayList<Outcome>();
        delivery.bind();
        try {
            transaction.executeWithoutResult(status -> deliverEach(publications, delivery, outcomes));
        } catch (RuntimeException failure) {
            if (delivery.state() == State.LOST) {
                return publications.stream().map(publication -> Outcome.LOST).toList();
            }
            throw failure;
        } finally {
            Delivery.unbind();
        }
        return outcomes;
    }

    private void deliverEach(List<Publication> publications, Delivery delivery, List<Outcome> outcomes) {
        for (var publication : publications) {
            if (delivery.took(publication.position())) {
                var subscription = subscriptionOf(publication);
                delivery.join(subscription.transactionName());
                call(subscription, publication, delivery);
                outcomes.add(Outcome.COMPLETED);
            } else {
                outcomes.add(Outcome.LOST);
            }
        }
    }

    private void call(Subscription subscription, Publication publication, Delivery delivery) {
        try {
            runner.call(subscription, publication, delivery);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Subscription subscriptionOf(Publication publication) {
        var subscription = subscriptions.find(publication.lane().subscriber(), publication.type());
        if (subscription == null) {
            throw new IllegalStateException("Nobody handles " + publication.type());
        }
        return subscription;
    }
}
