package dev.banyan.runtime.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one subscriber, as a row of {@code runtime.publications}.
 *
 * @param event the published object while this process has it, else null: then {@code payload} is read
 * @param context where it comes from: trace and acting user
 */
record Publication(
        long position,
        UUID eventId,
        Lane lane,
        String type,
        String payload,
        @Nullable Object event,
        @Nullable String context,
        int attempts) {
    /** What keeps its order: one subscriber's events of one publishing module with one key. */
    record Lane(String subscriber, String publisher, String key) {}
}
