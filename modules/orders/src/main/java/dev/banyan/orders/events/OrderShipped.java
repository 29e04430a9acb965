package dev.banyan.orders.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** The whole order left the house. */
@DomainEvent(namespace = "orders", name = "order-shipped.v1")
@Externalized("banyan.orders::#{#this.orderId()}")
public record OrderShipped(
        UUID eventId,
        UUID orderId,
        String number,
        @Nullable UUID userId,
        String email,
        UUID shipmentId,
        @Nullable String trackingCode,
        Instant occurredAt) {}
