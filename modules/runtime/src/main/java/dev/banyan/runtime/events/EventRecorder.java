package dev.banyan.runtime.events;

import dev.banyan.runtime.json.ContractJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;

/** Records each published event that is annotated as a domain event, for every subscriber and for the broker where there is one, in the publisher's transaction. */
final class EventRecorder implements GenericApplicationListener {
    private final Subscriptions subscriptions;
    private final ContractJson json;
    private final PublicationStore store;
    private final Dispatcher dispatcher;
    private final DeliveryContext contexts;
    private final @Nullable Outlet outlet;

    EventRecorder(
            Subscriptions subscriptions,
            ContractJson json,
            PublicationStore store,
            Dispatcher dispatcher,
            DeliveryContext contexts,
            @Nullable Outlet outlet) {
        this.subscriptions = subscriptions;
        this.json = json;
        this.store = store;
        this.dispatcher = dispatcher;
        this.contexts = contexts;
        this.outlet = outlet;
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
        if (outlet != null && due == null) {
            var leaving = contexts.capture().serving(outlet.served(type.publisher()));
            var everybody = new ArrayList<>(subscribers);
            everybody.add(Outlet.SUBSCRIBER);
            outbox.add(pending(type, key, event, leaving, null, everybody));
        } else if (!subscribers.isEmpty()) {
            outbox.add(pending(type, key, event, contexts.capture(), due, subscribers));
        }
    }

    private PendingEvent pending(
            EventType type,
            String key,
            Object event,
            EventOrigin origin,
            @Nullable Instant due,
            List<String> subscribers) {
        return new PendingEvent(
                type.idOf(event), type, key, event, json.write(event), contexts.stored(origin), due, subscribers);
    }

    TransactionOutbox outbox(Object event) {
        return TransactionOutbox.current(event, store, dispatcher);
    }
}
