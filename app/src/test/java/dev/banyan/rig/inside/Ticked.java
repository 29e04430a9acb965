package dev.banyan.rig.inside;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/**
 * The {@code n}-th event of a key, counted from 1 in commit order.
 *
 * @param faults how often each witness fails before it notes this
 */
@DomainEvent(namespace = "rig", name = "ticked.v1")
@Externalized("banyan.rig::#{#this.key()}")
record Ticked(UUID eventId, String key, long n, int faults) {}
