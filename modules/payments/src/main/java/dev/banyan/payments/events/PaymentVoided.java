package dev.banyan.payments.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** What was authorized is given up; nothing was captured. */
@DomainEvent(namespace = "payments", name = "payment-voided.v1")
@Externalized("banyan.payments::#{#this.orderId()}")
public record PaymentVoided(
        UUID eventId, UUID paymentId, UUID orderId, long amountMinor, String currency, Instant occurredAt) {}
