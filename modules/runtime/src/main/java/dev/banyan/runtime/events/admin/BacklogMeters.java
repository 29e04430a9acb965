package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.events.EventDispatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * For each subscriber how many events wait ({@code banyan.events.waiting}) and are parked ({@code banyan.events.waiting.parked}), and the
 * age of the oldest that waits in seconds ({@code banyan.events.oldest}). Read from the database when asked for, at most every ten seconds;
 * all instances of one database tell the same.
 */
final class BacklogMeters implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogMeters.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Backlog backlog;
    private final EventDispatch dispatch;
    private final Supplier<MeterRegistry> meters;
    private Map<String, Backlog.Size> sizes = Map.of();
    private @Nullable Long read;

    BacklogMeters(Backlog backlog, EventDispatch dispatch, Supplier<MeterRegistry> meters) {
        this.backlog = backlog;
        this.dispatch = dispatch;
        this.meters = meters;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var registry = meters.get();
        for (var subscriber : dispatch.subscribers()) {
            gauge(registry, subscriber, "waiting", "Events that wait for a subscriber", Backlog.Size::waiting);
            gauge(registry, subscriber, "waiting.parked", "Events that wait for staff", Backlog.Size::parked);
            gauge(registry, subscriber, "oldest", "Age of the oldest waiting event, in seconds", Backlog.Size::seconds);
        }
    }

    private void gauge(
            MeterRegistry registry,
            String subscriber,
            String name,
            String description,
            ToDoubleFunction<Backlog.Size> value) {
        Gauge.builder("banyan.events." + name, () -> value.applyAsDouble(size(subscriber)))
                .description(description)
                .tag("subscriber", subscriber)
                .register(registry);
    }

    private synchronized Backlog.Size size(String subscriber) {
        if (read == null || System.nanoTime() - read > FRESH.toNanos()) {
            read = System.nanoTime();
            refresh();
        }
        return sizes.getOrDefault(subscriber, new Backlog.Size(subscriber, 0, 0, Duration.ZERO));
    }

    private void refresh() {
        try {
            var fresh = new HashMap<String, Backlog.Size>();
            backlog.sizes().forEach(size -> fresh.put(size.subscriber(), size));
            sizes = fresh;
        } catch (RuntimeException unreachable) {
            LOG.debug("The backlog can't be read", unreachable);
        }
    }
}
