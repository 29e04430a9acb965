package dev.banyan.payments.internal;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/** The pause before a payment's step is tried again is over. */
@DomainEvent(namespace = "payments", name = "provider-retry-due.v1")
record ProviderRetryDue(UUID orderId) {}
