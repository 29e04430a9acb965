package dev.banyan.runtime.events;

import dev.banyan.runtime.events.EventOrigin.Actor;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.CurrentCaller;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Where an event comes from: its trace (W3C {@code traceparent}) and the acting user. A delivery goes on in the same trace and for the same user. */
final class DeliveryContext {
    private final ObjectProvider<Tracer> tracers;
    private final ObjectProvider<Propagator> propagators;
    private final ContractJson json;

    DeliveryContext(ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators, ContractJson json) {
        this.tracers = tracers;
        this.propagators = propagators;
        this.json = json;
    }

    /** The current trace and caller. */
    EventOrigin capture() {
        var caller = CurrentCaller.get();
        return EventOrigin.of(traceparent(), caller.kind() == Caller.Kind.ANONYMOUS ? null : Actor.of(caller));
    }

    @Nullable
    String stored(EventOrigin origin) {
        return origin.stored(json);
    }

    /** Runs {@code listener} within the trace and for the caller of what {@link #stored} returned. */
    void run(@Nullable String context, String name, Listener listener) throws Throwable {
        var origin = EventOrigin.read(context, json);
        var actor = origin.actor();
        if (actor == null) {
            runTraced(origin, name, listener);
            return;
        }
        var failure = new Throwable[1];
        CurrentCaller.runAs(actor.caller(), () -> {
            try {
                runTraced(origin, name, listener);
            } catch (Throwable thrown) {
                failure[0] = thrown;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    private void runTraced(EventOrigin origin, String name, Listener listener) throws Throwable {
        var tracer = tracers.getIfAvailable();
        var propagator = propagators.getIfAvailable();
        if (tracer == null || propagator == null) {
            listener.run();
            return;
        }
        var traceparent = origin.traceparent();
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

    private @Nullable String traceparent() {
        var tracer = tracers.getIfAvailable();
        var propagator = propagators.getIfAvailable();
        var trace = tracer == null ? null : tracer.currentTraceContext().context();
        if (propagator == null || trace == null) {
            return null;
        }
        var carrier = new HashMap<String, String>();
        propagator.inject(trace, carrier, (ignored, key, value) -> carrier.put(key, value));
        return carrier.get("traceparent");
    }

    /** A listener's call. */
    interface Listener {
        void run() throws Throwable;
    }
}
