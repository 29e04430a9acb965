package dev.banyan.payments.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.payments.internal.ProviderAnswer.Decided;
import dev.banyan.payments.internal.ProviderAnswer.Unknown;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Declined;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was tried at the provider, or that it told: what staff look at when a payment is in doubt.
 *
 * @param action {@code authorize}, {@code capture}, {@code void}, {@code refund}, or {@code webhook.} and what it tells
 * @param outcome {@code approved}, {@code declined}, {@code pending}, {@code timeout}, {@code failed}, {@code busy}; of a
 *     webhook {@code applied}, {@code asked} when the provider is asked about it, {@code no-effect}, {@code wrong-amount}
 * @param code the provider's reason for a refusal
 */
record Attempt(
        UUID id,
        UUID paymentId,
        Instant at,
        String action,
        String outcome,
        @Nullable String code) {
    static Attempt of(ProviderTask task, ProviderAnswer answer, Instant at) {
        var id = task.payment().id();
        var action = task.step().action();
        return switch (answer) {
            case Unknown(var why) -> new Attempt(Ids.next(), id, at, action, why, null);
            case Decided(Approved approved) -> new Attempt(Ids.next(), id, at, action, "approved", null);
            case Decided(Declined declined) -> new Attempt(Ids.next(), id, at, action, "declined", declined.code());
            case Decided(Pending pending) -> new Attempt(Ids.next(), id, at, action, "pending", null);
        };
    }

    static Attempt webhook(Payment payment, String action, String outcome, Instant at) {
        return new Attempt(Ids.next(), payment.details().id(), at, action, outcome, null);
    }
}
