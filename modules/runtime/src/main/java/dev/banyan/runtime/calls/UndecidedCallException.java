package dev.banyan.runtime.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** It is unknown what came of a call, or whether it came at all. Callers see {@link dev.banyan.kernel.ModuleUnavailableException}. */
final class UndecidedCallException extends RuntimeException {
    private final boolean passing;
    private final Duration retryAfter;

    /** @param passing whether the next attempt may fare better */
    UndecidedCallException(String message, boolean passing, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    boolean isPassing() {
        return passing;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
