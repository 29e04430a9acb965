package dev.banyan.users;

import java.time.Instant;

/** The plain token of a password reset: it goes into the message to the owner and nowhere else. */
public record ResetToken(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "ResetToken[expiresAt=%s]".formatted(expiresAt);
    }
}
