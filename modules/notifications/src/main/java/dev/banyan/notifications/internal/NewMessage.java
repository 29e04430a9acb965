package dev.banyan.notifications.internal;

import java.time.Instant;
import java.util.UUID;

/** A message about to be stored. */
record NewMessage(
        UUID id,
        Draft draft,
        Templates.Written written,
        MessageStatus status,
        Instant createdAt,
        Instant deliverUntil) {}
