package dev.banyan.payments.internal;

import dev.banyan.payments.spi.ProviderOutcome;

/** What came of a step at the provider. */
sealed interface ProviderAnswer {
    /** The provider said what it decided, now or when an earlier try got lost. */
    record Decided(ProviderOutcome outcome) implements ProviderAnswer {}

    /** Nobody knows. {@code why} is {@code timeout}, {@code failed} or {@code busy} (not even tried). */
    record Unknown(String why) implements ProviderAnswer {}
}
