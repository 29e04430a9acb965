package dev.banyan.runtime.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event for its subscribers, before its transaction is committed.
 *
 * @param context where it comes from: trace and acting user
 * @param due a timer's time, null for events
 */
record PendingEvent(
        UUID eventId,
        EventType type,
        String key,
        Object event,
        String payload,
        @Nullable String context,
        @Nullable Instant due,
        List<String> subscribers) {
    /** The advisory lock that orders commits of this publisher and key. */
    long lock() {
        return lock(type.publisher(), key);
    }

    static long lock(String publisher, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(publisher.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
