package dev.banyan.runtime.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Counts, for each subscriber, what this process publishes ({@code banyan.events.published}), delivers ({@code banyan.events.delivery}: a
 * timer from the publishing to the commit of the listener's effects), tries again ({@code banyan.events.retried}) and parks
 * ({@code banyan.events.parked}).
 */
final class DeliveryMeters {
    private final Supplier<MeterRegistry> meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    DeliveryMeters(Supplier<MeterRegistry> meters) {
        this.meters = meters;
    }

    void published(String subscriber) {
        counter("published", "Events written for a subscriber", subscriber).increment();
    }

    void settled(Publication publication, Outcome outcome) {
        var subscriber = publication.lane().subscriber();
        switch (outcome) {
            case COMPLETED ->
                timer(subscriber).record(System.nanoTime() - publication.bornNanos(), TimeUnit.NANOSECONDS);
            case FAILED ->
                counter("retried", "Deliveries that failed and are tried again", subscriber)
                        .increment();
            case PARKED ->
                counter("parked", "Deliveries after which nobody tries any more", subscriber)
                        .increment();
            case LOST, UNSETTLED -> {}
        }
    }

    private Counter counter(String name, String description, String subscriber) {
        return counters.computeIfAbsent(
                name + "/" + subscriber,
                same -> Counter.builder("banyan.events." + name)
                        .description(description)
                        .tag("subscriber", subscriber)
                        .register(meters.get()));
    }

    private Timer timer(String subscriber) {
        return timers.computeIfAbsent(
                subscriber,
                same -> Timer.builder("banyan.events.delivery")
                        .description("From the publishing of an event to the commit of its effects")
                        .tag("subscriber", subscriber)
                        .register(meters.get()));
    }
}
