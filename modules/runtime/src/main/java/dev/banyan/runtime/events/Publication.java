package dev.banyan.runtime.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one subscriber, as a row of {@code runtime.publications}.
 *
 * @param event the published object while this process has it, else null: then {@code payload} is read
 * @param context where it comes from: trace and acting user
 * @param previous the position before it in its lane, as far as was known; null when it was the first
 * @param bornNanos when it was published, as {@link System#nanoTime} would have told
 */
record Publication(
        long position,
        UUID eventId,
        Lane lane,
        String type,
        String payload,
        @Nullable Object event,
        @Nullable String context,
        int attempts,
        @Nullable Long previous,
        long bornNanos) {
    /** What keeps its order: one subscriber's events of one publishing module with one key. */
    record Lane(String subscriber, String publisher, String key) {}
}
