package dev.banyan.payments.sandbox;

import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Declined;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An outcome on its way back from the sandbox's process.
 *
 * @param status {@code approved}, {@code declined}, {@code pending} or {@code unknown}
 */
record OutcomeMessage(
        String status, @Nullable String reference, @Nullable String code) {
    static OutcomeMessage of(Optional<ProviderOutcome> outcome) {
        return outcome.map(OutcomeMessage::of).orElse(new OutcomeMessage("unknown", null, null));
    }

    static OutcomeMessage of(ProviderOutcome outcome) {
        return switch (outcome) {
            case Approved(var reference) -> new OutcomeMessage("approved", reference, null);
            case Pending(var reference) -> new OutcomeMessage("pending", reference, null);
            case Declined(var code) -> new OutcomeMessage("declined", null, code);
        };
    }

    Optional<ProviderOutcome> outcome() {
        return switch (status) {
            case "approved" -> Optional.of(new Approved(Objects.requireNonNull(reference)));
            case "pending" -> Optional.of(new Pending(Objects.requireNonNull(reference)));
            case "declined" -> Optional.of(new Declined(Objects.requireNonNull(code)));
            default -> Optional.empty();
        };
    }
}
