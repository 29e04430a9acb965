package dev.banyan.load;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** @param sentNanos when it was published, by the clock that all processes of one machine share */
@DomainEvent(namespace = "load", name = "loaded.v1")
@Externalized("banyan.load::#{#this.key()}")
public record Loaded(UUID eventId, String key, long sentNanos, String text) {}
