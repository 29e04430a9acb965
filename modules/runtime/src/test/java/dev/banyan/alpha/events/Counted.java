package dev.banyan.alpha.events;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

@DomainEvent(namespace = "alpha", name = "counted.v1")
@Externalized("banyan.alpha::#{#this.key()}")
public record Counted(UUID eventId, String key, int n) {}
