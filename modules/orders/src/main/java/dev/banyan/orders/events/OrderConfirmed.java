package dev.banyan.orders.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** The full amount was captured; the goods may leave. */
@DomainEvent(namespace = "orders", name = "order-confirmed.v1")
@Externalized("banyan.orders::#{#this.orderId()}")
public record OrderConfirmed(
        UUID eventId,
        UUID orderId,
        String number,
        @Nullable UUID userId,
        String email,
        List<Line> lines,
        long totalMinor,
        String currency,
        Instant occurredAt) {
    public OrderConfirmed {
        lines = List.copyOf(lines);
    }

    /** A line as it was sold. */
    public record Line(String sku, String name, int quantity, long lineTotalMinor) {}
}
