package dev.banyan.runtime.events.admin;

import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** The event is still being tried: there is nothing to replay or to skip. */
final class EventNotParkedException extends ModuleException {
    private static final long serialVersionUID = 1L;

    EventNotParkedException(UUID id) {
        super(Kind.CONFLICT, "events.not-parked", "The event " + id + " is not parked");
    }
}
