package dev.banyan.load;

import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** Waits in the table for a subscriber that doesn't get on. */
@DomainEvent(namespace = "load", name = "stalled.v1")
@Externalized("banyan.load::#{#this.key()}")
public record Stalled(String key) {}
