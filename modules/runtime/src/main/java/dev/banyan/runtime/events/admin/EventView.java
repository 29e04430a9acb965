package dev.banyan.runtime.events.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that one subscriber hasn't handled yet. Says nothing of what the event holds.
 *
 * @param id of the event for this subscriber
 * @param state {@code waiting} or {@code parked}
 * @param nextAttemptAt when a timer is due or a retry is made; null when it comes as soon as its turn comes, and when parked
 * @param process the instance that delivers it; null when that is gone
 */
record EventView(
        UUID id,
        UUID eventId,
        String type,
        String key,
        String subscriber,
        String state,
        int attempts,
        @Nullable String lastError,
        Instant publishedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String process) {}
