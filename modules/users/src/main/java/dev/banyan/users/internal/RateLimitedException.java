package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleException;
import java.time.Duration;
import java.util.Map;

/** Too many attempts; the answer says when to come back. */
final class RateLimitedException extends ModuleException {
    RateLimitedException(Duration wait) {
        super(
                Kind.RATE_LIMITED,
                "rate.limited",
                "Too many attempts; try again later",
                Map.of("retryAfter", Math.max(1, wait.plusMillis(999).toSeconds())));
    }
}
