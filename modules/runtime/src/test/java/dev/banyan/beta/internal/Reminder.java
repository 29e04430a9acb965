package dev.banyan.beta.internal;

import org.jmolecules.event.annotation.DomainEvent;

@DomainEvent(namespace = "beta", name = "reminder.v1")
public record Reminder(String key, int n) {}
