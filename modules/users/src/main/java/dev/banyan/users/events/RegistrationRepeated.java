package dev.banyan.users.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** Somebody tried to register the address of an account that exists. Its owner should know; whoever tried must not. */
@DomainEvent(namespace = "users", name = "registration-repeated.v1")
@Externalized("banyan.users::#{#this.userId()}")
public record RegistrationRepeated(UUID eventId, UUID userId, Instant occurredAt) {}
