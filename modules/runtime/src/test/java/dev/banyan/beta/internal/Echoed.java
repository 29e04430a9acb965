package dev.banyan.beta.internal;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

@DomainEvent(namespace = "beta", name = "echoed.v1")
@Externalized("banyan.beta::#{#this.key()}")
public record Echoed(UUID eventId, String key, int n) {}
