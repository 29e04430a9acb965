package dev.banyan.payments.internal;

import dev.banyan.kernel.Money;
import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment's next step, with everything that the provider has to be told.
 *
 * @param refund the refund to carry out, null for other steps
 * @param token the card's, sealed; null when it is not needed any more
 */
record ProviderTask(
        NextStep step,
        PaymentDetails payment,
        Standing standing,
        @Nullable Refund refund,
        @Nullable SealedToken token,
        Instant begunAt) {
    UUID orderId() {
        return payment.orderId();
    }

    /** What was let go may be held anew by then, so that each release has a key of its own. */
    String key() {
        var key = step.key(payment);
        if (step == NextStep.RELEASE && standing.releases() > 0) {
            return key + ":" + standing.releases();
        }
        return refund == null ? key : key + ":" + refund.id();
    }

    /** Whether an earlier try may have succeeded without our hearing of it. */
    boolean triedBefore() {
        return standing.tries() > 0;
    }

    ProviderAuthorization authorization(String openedToken) {
        return new ProviderAuthorization(key(), payment.amount(), payment.method(), openedToken);
    }

    ProviderCommand command() {
        return new ProviderCommand(key(), NextStep.AUTHORIZE.key(payment), standing.reference(), amount());
    }

    /** The amount that this step is about. */
    Money amount() {
        long amount = switch (step) {
            case REFUND -> refund == null ? 0 : refund.amount();
            case REFUND_REST -> standing.balance().left();
            default -> payment.amount().amount();
        };
        return new Money(amount, payment.amount().currency());
    }
}
