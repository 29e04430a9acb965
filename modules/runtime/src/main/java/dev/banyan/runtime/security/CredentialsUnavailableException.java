package dev.banyan.runtime.security;

import dev.banyan.kernel.ModuleException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials can't be checked now, so that they are neither good nor bad. */
final class CredentialsUnavailableException extends ModuleException {
    private static final int RETRY_AFTER_SECONDS = 5;

    CredentialsUnavailableException(@Nullable Throwable cause) {
        super(
                Kind.UNAVAILABLE,
                "module.unavailable",
                "Credentials can't be checked right now",
                Map.of("retryAfter", RETRY_AFTER_SECONDS));
        initCause(cause);
    }
}
