package dev.banyan.payments.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** The provider refused a refund for good; the money stays captured. */
@DomainEvent(namespace = "payments", name = "refund-failed.v1")
@Externalized("banyan.payments::#{#this.orderId()}")
public record RefundFailed(
        UUID eventId,
        UUID paymentId,
        UUID orderId,
        UUID refundId,
        long amountMinor,
        String currency,
        Instant occurredAt) {}
