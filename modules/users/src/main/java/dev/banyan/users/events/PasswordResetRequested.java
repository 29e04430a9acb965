package dev.banyan.users.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** The owner of an account asked for a new password. Carries no token: whoever sends the message mints one through {@code UsersApi.issueResetToken}. */
@DomainEvent(namespace = "users", name = "password-reset-requested.v1")
@Externalized("banyan.users::#{#this.userId()}")
public record PasswordResetRequested(UUID eventId, UUID userId, Instant occurredAt) {}
