package dev.banyan.orders.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** An amount went back to the buyer; {@code refundId} is null when the order was cancelled after it was paid. */
@DomainEvent(namespace = "orders", name = "order-refunded.v1")
@Externalized("banyan.orders::#{#this.orderId()}")
public record OrderRefunded(
        UUID eventId,
        UUID orderId,
        String number,
        @Nullable UUID userId,
        String email,
        @Nullable UUID refundId,
        long amountMinor,
        String currency,
        Instant occurredAt) {}
