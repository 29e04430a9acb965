package dev.banyan.payments.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** There is no money and there will be none. {@code reason} is {@code declined}, or {@code timeout} when we gave the payment up undecided. */
@DomainEvent(namespace = "payments", name = "payment-declined.v1")
@Externalized("banyan.payments::#{#this.orderId()}")
public record PaymentDeclined(
        UUID eventId,
        UUID paymentId,
        UUID orderId,
        long amountMinor,
        String currency,
        String reason,
        Instant occurredAt) {}
