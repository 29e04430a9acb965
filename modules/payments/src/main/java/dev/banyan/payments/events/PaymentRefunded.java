package dev.banyan.payments.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** An amount went back to the buyer. {@code refundId} is the one asked for, or null when the payment was cancelled as a whole. */
@DomainEvent(namespace = "payments", name = "payment-refunded.v1")
@Externalized("banyan.payments::#{#this.orderId()}")
public record PaymentRefunded(
        UUID eventId,
        UUID paymentId,
        UUID orderId,
        @Nullable UUID refundId,
        long amountMinor,
        String currency,
        long refundedTotalMinor,
        Instant occurredAt) {}
