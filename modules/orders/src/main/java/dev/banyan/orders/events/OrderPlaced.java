package dev.banyan.orders.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** An order exists and its stock is held; it is not paid yet. */
@DomainEvent(namespace = "orders", name = "order-placed.v1")
@Externalized("banyan.orders::#{#this.orderId()}")
public record OrderPlaced(
        UUID eventId,
        UUID orderId,
        String number,
        @Nullable UUID userId,
        String email,
        long totalMinor,
        String currency,
        Instant occurredAt) {}
