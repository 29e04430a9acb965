package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.OutgoingMessage;
import java.util.Optional;

/**
 * A message that waits for its channel.
 *
 * @param obstacle why it must not leave any more, empty when it may
 */
record PendingMessage(String channel, OutgoingMessage message, Optional<String> obstacle) {}
