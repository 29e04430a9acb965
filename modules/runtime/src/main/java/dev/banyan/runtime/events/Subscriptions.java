package dev.banyan.runtime.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** All listener methods of this process, by event type. Complete once the singletons are there. */
final class Subscriptions {
    private final Map<Class<?>, EventType> types = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<String>> byType = new ConcurrentHashMap<>();
    private final Map<String, Subscription> bySubscriberAndType = new ConcurrentHashMap<>();

    void add(Subscription subscription) {
        var before = bySubscriberAndType.putIfAbsent(
                subscription.subscriber() + "/" + subscription.type().name(), subscription);
        if (before != null) {
            throw new IllegalStateException("%s handles %s twice: in %s and %s"
                    .formatted(subscription.subscriber(), subscription.type().name(), before.id(), subscription.id()));
        }
        byType.computeIfAbsent(subscription.type().type(), type -> new CopyOnWriteArrayList<>())
                .add(subscription.subscriber());
    }

    EventType typeOf(Class<?> type) {
        return types.computeIfAbsent(type, EventType::of);
    }

    /** Who gets events of that type. */
    List<String> subscribersOf(Class<?> type) {
        return byType.getOrDefault(type, List.of());
    }

    List<String> subscribers() {
        return byType.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a module's listeners handle. */
    List<Subscription> ofModule(String module) {
        return bySubscriberAndType.values().stream()
                .filter(subscription -> subscription.module().equals(module))
                .toList();
    }

    @Nullable
    Subscription find(String subscriber, String typeName) {
        return bySubscriberAndType.get(subscriber + "/" + typeName);
    }
}
