package dev.banyan.runtime.events;

import dev.banyan.runtime.json.ContractJson;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Writes received events as publications of their subscribers. */
final class ReceivedEvents implements EventIntake {
    private static final Pattern VERSION = Pattern.compile("\\.v\\d+$");

    private final Subscriptions subscriptions;
    private final ContractJson json;
    private final PublicationStore store;
    private final Dispatcher dispatcher;

    ReceivedEvents(Subscriptions subscriptions, ContractJson json, PublicationStore store, Dispatcher dispatcher) {
        this.subscriptions = subscriptions;
        this.json = json;
        this.store = store;
        this.dispatcher = dispatcher;
    }

    @Override
    public List<String> subscribersOf(String module, String type) {
        return subscriptions.ofModule(module).stream()
                .filter(subscription -> subscription.type().name().equals(type))
                .map(Subscription::subscriber)
                .sorted()
                .toList();
    }

    @Override
    public List<String> subscribersOfAnotherVersion(String module, String type) {
        return subscriptions.ofModule(module).stream()
                .filter(subscription -> !subscription.type().name().equals(type)
                        && unversioned(subscription.type().name()).equals(unversioned(type)))
                .map(Subscription::subscriber)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public @Nullable String misfit(String subscriber, String type, String payload) {
        try {
            read(subscriptionOf(subscriber, type), payload);
            return null;
        } catch (JacksonException unreadable) {
            return new UnreadableEventException(type, unreadable).reason();
        }
    }

    @Override
    public void add(Received received) {
        var subscription = subscriptionOf(received.subscribers().getFirst(), received.type());
        var event = read(subscription, received.payload());
        TransactionOutbox.current(event, store, dispatcher)
                .add(new PendingEvent(
                        received.eventId(),
                        subscription.type(),
                        received.key(),
                        event,
                        received.payload(),
                        received.origin().stored(json),
                        null,
                        received.subscribers()));
    }

    @Override
    public void park(Received event, String reason) {
        store.addParked(event, event.origin().stored(json), reason);
    }

    private Object read(Subscription subscription, String payload) {
        return json.read(payload, subscription.type().type());
    }

    private Subscription subscriptionOf(String subscriber, String type) {
        var subscription = subscriptions.find(subscriber, type);
        if (subscription == null) {
            throw new IllegalArgumentException("%s does not handle %s".formatted(subscriber, type));
        }
        return subscription;
    }

    private static String unversioned(String type) {
        return VERSION.matcher(type).replaceFirst("");
    }
}
