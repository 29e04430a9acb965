package dev.banyan.payments.internal;

import org.jmolecules.event.annotation.DomainEvent;

/** Time to look again for the payment that a webhook is about. */
@DomainEvent(namespace = "payments", name = "webhook-match-due.v1")
record WebhookMatchDue(String provider, String webhookId) {}
