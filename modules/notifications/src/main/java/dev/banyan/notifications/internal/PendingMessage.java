package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.OutgoingMessage;

/** A message that waits for its channel. */
record PendingMessage(String channel, OutgoingMessage message) {}
