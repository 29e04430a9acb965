package dev.banyan.notifications.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message with what it says and how its delivery goes.
 *
 * @param attempts how often it was handed to its channel
 * @param lastError why the last attempt failed; gone once one succeeded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageDetail(
        UUID id,
        String to,
        String channel,
        String subject,
        String kind,
        @Nullable UUID orderId,
        MessageStatus status,
        Instant createdAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String lastError,
        Body body) {}
