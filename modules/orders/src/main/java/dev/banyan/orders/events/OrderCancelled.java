package dev.banyan.orders.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** The order ended without delivery and its stock is free. {@code reason}: {@code payment-declined}, {@code payment-timeout}, {@code customer}, {@code staff}, {@code expired}. */
@DomainEvent(namespace = "orders", name = "order-cancelled.v1")
@Externalized("banyan.orders::#{#this.orderId()}")
public record OrderCancelled(
        UUID eventId,
        UUID orderId,
        String number,
        @Nullable UUID userId,
        String email,
        String reason,
        Instant occurredAt) {}
