package dev.banyan.runtime.events.admin;

import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** No such event waits: it was delivered or skipped, or never was. */
final class EventNotFoundException extends ModuleException {
    private static final long serialVersionUID = 1L;

    EventNotFoundException(UUID id) {
        super(Kind.NOT_FOUND, "events.not-found", "No event " + id + " waits");
    }
}
