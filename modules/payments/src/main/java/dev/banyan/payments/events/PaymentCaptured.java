package dev.banyan.payments.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** The full amount is ours. */
@DomainEvent(namespace = "payments", name = "payment-captured.v1")
@Externalized("banyan.payments::#{#this.orderId()}")
public record PaymentCaptured(
        UUID eventId, UUID paymentId, UUID orderId, long amountMinor, String currency, Instant occurredAt) {}
