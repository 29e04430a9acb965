package dev.banyan.runtime.events;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.CurrentCaller;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    /** The current trace and caller, or null when there is neither. Holds ids and roles, no personal data and no credentials. */
    @Nullable
    String capture() {
        var caller = CurrentCaller.get();
        var origin = new Origin(traceparent(), caller.kind() == Caller.Kind.ANONYMOUS ? null : Actor.of(caller));
        return origin.traceparent() == null && origin.actor() == null ? null : json.write(origin);
    }

    /** Runs {@code listener} within the trace and for the caller that {@link #capture} returned. */
    void run(@Nullable String context, String name, Listener listener) throws Throwable {
        var origin = context == null ? new Origin(null, null) : json.read(context, Origin.class);
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

    private void runTraced(Origin origin, String name, Listener listener) throws Throwable {
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

    /** What is stored with an event. */
    record Origin(@Nullable String traceparent, @Nullable Actor actor) {}

    /** The acting user without the address. */
    record Actor(Caller.Kind kind, @Nullable UUID id, Set<String> roles, Set<String> scopes) {
        static Actor of(Caller caller) {
            return new Actor(caller.kind(), caller.id(), caller.roles(), caller.scopes());
        }

        Caller caller() {
            return new Caller(kind, id, null, roles, scopes);
        }
    }

    /** A listener's call. */
    interface Listener {
        void run() throws Throwable;
    }
}
