package dev.banyan.payments.internal;

import org.jmolecules.event.annotation.DomainEvent;

/** Time to forget old webhooks. */
@DomainEvent(namespace = "payments", name = "webhook-purge-due.v1")
record WebhookPurgeDue() {}
