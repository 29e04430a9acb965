package dev.banyan.runtime.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The lanes of each subscriber: every one has a bound and workers of its own, so that one that hangs holds up nobody else. */
final class Desks {
    private final EventProperties properties;
    private final BiConsumer<String, SubscriberLanes> startWorker;
    private final Map<String, SubscriberLanes> lanes = new ConcurrentHashMap<>();

    /** @param startWorker starts a worker for a subscriber; must not block */
    Desks(EventProperties properties, BiConsumer<String, SubscriberLanes> startWorker) {
        this.properties = properties;
        this.startWorker = startWorker;
    }

    SubscriberLanes of(String subscriber) {
        var there = lanes.get(subscriber);
        return there != null ? there : lanes.computeIfAbsent(subscriber, this::opened);
    }

    private SubscriberLanes opened(String subscriber) {
        return new SubscriberLanes(
                properties.inMemory(),
                properties.of(subscriber).concurrency(),
                opened -> startWorker.accept(subscriber, opened));
    }

    /** The overflowed subscribers that have room. */
    List<String> thatCanReadMore() {
        return lanes.entrySet().stream()
                .filter(entry -> entry.getValue().canReadMore())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean areEmpty() {
        return lanes.values().stream().allMatch(SubscriberLanes::isEmpty);
    }
}
