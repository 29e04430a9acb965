package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Publication.Lane;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event for one subscriber, before its transaction is committed.
 *
 * @param due a timer's time, null for events
 */
record PendingPublication(
        UUID eventId,
        Lane lane,
        EventType type,
        Object event,
        String payload,
        @Nullable Instant due) {
    /** The advisory lock that orders commits of this publisher and key. */
    long lock() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(lane.publisher().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(lane.key().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Publication at(long position, @Nullable String context, boolean withObject) {
        return new Publication(position, eventId, lane, type.name(), payload, withObject ? event : null, context, 0);
    }
}
