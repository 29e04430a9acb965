package dev.banyan.payments.internal;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** A payment's goal or state has changed, so that something is to be done at its provider. The row says what. */
@DomainEvent(namespace = "payments", name = "provider-step-due.v1")
@Externalized("banyan.payments::#{#this.orderId()}")
record ProviderStepDue(UUID eventId, UUID orderId) {}
