package dev.banyan.notifications.internal;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/** It is time to hand a message to its channel. */
@DomainEvent(namespace = "notifications", name = "deliver-message.v1")
record DeliverMessage(UUID messageId) {}
