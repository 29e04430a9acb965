package dev.banyan.payments.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.banyan.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as staff see it.
 *
 * @param reference the provider's name for it, null until it is known
 * @param status {@code PENDING}, {@code AUTHORIZED}, {@code CAPTURED}, {@code DECLINED}, {@code VOIDED},
 *     {@code PARTIALLY_REFUNDED} or {@code REFUNDED}
 */
record PaymentView(
        UUID id,
        UUID orderId,
        String provider,
        @Nullable String reference,
        String status,
        Money amount,
        Money captured,
        Money refunded,
        List<AttemptView> attempts,
        Instant createdAt) {
    PaymentView {
        attempts = List.copyOf(attempts);
    }

    /** Something that was tried at the provider, or that it told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(
            Instant at,
            String action,
            String outcome,
            @Nullable String code) {}
}
