package dev.banyan.users.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** An account was made; it can sign in at once. */
@DomainEvent(namespace = "users", name = "user-registered.v1")
@Externalized("banyan.users::#{#this.userId()}")
public record UserRegistered(UUID eventId, UUID userId, String email, String name, Instant occurredAt) {}
