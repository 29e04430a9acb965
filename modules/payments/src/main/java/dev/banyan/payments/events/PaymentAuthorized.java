package dev.banyan.payments.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** The provider holds the full amount for us. */
@DomainEvent(namespace = "payments", name = "payment-authorized.v1")
@Externalized("banyan.payments::#{#this.orderId()}")
public record PaymentAuthorized(
        UUID eventId, UUID paymentId, UUID orderId, long amountMinor, String currency, Instant occurredAt) {}
