package dev.banyan.runtime.events;

import dev.banyan.runtime.json.ContractJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;

/** Records each published event that is annotated as a domain event, for every subscriber, in the publisher's transaction. */
final class EventRecorder implements GenericApplicationListener {
    private final Subscriptions subscriptions;
    private final ContractJson json;
    private final PublicationStore store;
    private final Dispatcher dispatcher;
    private final DeliveryContext contexts;

    EventRecorder(
            Subscriptions subscriptions,
            ContractJson json,
            PublicationStore store,
            Dispatcher dispatcher,
            DeliveryContext contexts) {
        this.subscriptions = subscriptions;
        this.json = json;
        this.store = store;
        this.dispatcher = dispatcher;
        this.contexts = contexts;
    }

    @Override
    public boolean supportsEventType(ResolvableType eventType) {
        return PayloadApplicationEvent.class.isAssignableFrom(eventType.toClass());
    }

    @Override
    public void onApplicationEvent(ApplicationEvent published) {
        var event = ((PayloadApplicationEvent<?>) published).getPayload();
        if (EventType.isEvent(event.getClass())) {
            var type = subscriptions.typeOf(event.getClass());
            record(type, type.keyOf(event), event, null);
        }
    }

    void record(EventType type, String key, Object event, @Nullable Instant due) {
        var outbox = outbox(event);
        var subscribers = subscriptions.subscribersOf(type.type());
        if (!subscribers.isEmpty()) {
            outbox.add(new PendingEvent(
                    type.idOf(event), type, key, event, json.write(event), contexts.capture(), due, subscribers));
        }
    }

    TransactionOutbox outbox(Object event) {
        return TransactionOutbox.current(event, store, dispatcher);
    }
}
