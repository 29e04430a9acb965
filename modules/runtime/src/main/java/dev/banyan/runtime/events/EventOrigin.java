package dev.banyan.runtime.events;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.Caller;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from, as it is stored with it. Holds ids and roles, no personal data and no credentials.
 *
 * @param traceparent W3C
 * @param served the modules that got the event from its publisher's process; null where nothing is sent
 * @param addressee the one subscriber that it is sent to; null where it is for all
 */
public record EventOrigin(
        @Nullable String traceparent,
        @Nullable Actor actor,
        @Nullable SortedSet<String> served,
        @Nullable String addressee) {
    static final EventOrigin UNKNOWN = of(null, null);

    /** The acting user without the address. */
    public record Actor(Caller.Kind kind, @Nullable UUID id, Set<String> roles, Set<String> scopes) {
        public Actor {
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }

        static Actor of(Caller caller) {
            return new Actor(caller.kind(), caller.id(), caller.roles(), caller.scopes());
        }

        Caller caller() {
            return new Caller(kind, id, null, roles, scopes);
        }
    }

    /** What {@link #stored} returned. */
    public static EventOrigin read(@Nullable String stored, ContractJson json) {
        return stored == null ? UNKNOWN : json.read(stored, EventOrigin.class);
    }

    public static EventOrigin of(@Nullable String traceparent, @Nullable Actor actor) {
        return new EventOrigin(traceparent, actor, null, null);
    }

    EventOrigin serving(Set<String> modules) {
        return new EventOrigin(traceparent, actor, new TreeSet<>(modules), null);
    }

    /** As text; null when it says nothing. */
    @Nullable
    String stored(ContractJson json) {
        return traceparent == null && actor == null && served == null ? null : json.write(this);
    }
}
