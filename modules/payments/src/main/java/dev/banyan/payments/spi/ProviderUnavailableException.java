package dev.banyan.payments.spi;

import org.jspecify.annotations.Nullable;

/** The provider could not be reached or failed; whether the command took effect is unknown. Try again, with the same key. */
public final class ProviderUnavailableException extends RuntimeException {
    public ProviderUnavailableException(String message) {
        this(message, null);
    }

    public ProviderUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
