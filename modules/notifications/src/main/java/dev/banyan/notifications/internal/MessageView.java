package dev.banyan.notifications.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        UUID id,
        String to,
        String channel,
        String subject,
        String kind,
        @Nullable UUID orderId,
        MessageStatus status,
        Instant createdAt) {}
