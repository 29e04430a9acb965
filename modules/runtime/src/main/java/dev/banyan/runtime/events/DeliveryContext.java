package dev.banyan.runtime.events;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Where an event comes from, in W3C form ({@code traceparent}); a delivery goes on in the publisher's trace. */
final class DeliveryContext {
    private final ObjectProvider<Tracer> tracers;
    private final ObjectProvider<Propagator> propagators;

    DeliveryContext(ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
        this.tracers = tracers;
        this.propagators = propagators;
    }

    /** The current trace, or null when there is none. */
    @Nullable
    String capture() {
        var tracer = tracers.getIfAvailable();
        var propagator = propagators.getIfAvailable();
        var trace = tracer == null ? null : tracer.currentTraceContext().context();
        if (propagator == null || trace == null) {
            return null;
        }
        var carrier = new HashMap<String, String>();
        propagator.inject(trace, carrier, (ignored, name, value) -> carrier.put(name, value));
        return carrier.get("traceparent");
    }

    /** Runs {@code listener} within the trace that {@link #capture} returned. */
    void run(@Nullable String traceparent, String name, Listener listener) throws Throwable {
        var tracer = tracers.getIfAvailable();
        var propagator = propagators.getIfAvailable();
        if (tracer == null || propagator == null) {
            listener.run();
            return;
        }
        Map<String, String> carrier = traceparent == null ? Map.of() : Map.of("traceparent", traceparent);
        var span = propagator.extract(carrier, Map::get).name(name).start();
        try (var _ = tracer.withSpan(span)) {
            listener.run();
        } catch (Throwable failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    /** A listener's call. */
    interface Listener {
        void run() throws Throwable;
    }
}
