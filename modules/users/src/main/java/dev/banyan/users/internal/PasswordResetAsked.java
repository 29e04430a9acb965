package dev.banyan.users.internal;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/** Somebody asked for a new password for an address; whether it is an account's is found out later, so that the answer's time doesn't tell. */
@DomainEvent(namespace = "users", name = "password-reset-asked.v1")
record PasswordResetAsked(UUID requestId, String email) {
    @Override
    public String toString() {
        return "PasswordResetAsked[]";
    }
}
