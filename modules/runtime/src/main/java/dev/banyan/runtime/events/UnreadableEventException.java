package dev.banyan.runtime.events;

import tools.jackson.core.JacksonException;

/** A stored event doesn't fit its record; trying again won't help. Says where, and nothing of what the event holds. */
final class UnreadableEventException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableEventException(String type, JacksonException cause) {
        super(cause);
        this.reason = "the event doesn't fit the record of %s: %s at %s"
                .formatted(
                        type,
                        cause.getClass().getSimpleName(),
                        cause.getLocation().offsetDescription());
    }

    String reason() {
        return reason;
    }
}
