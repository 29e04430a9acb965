package dev.banyan.inventory.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** A SKU that had no available units has some again. */
@DomainEvent(namespace = "inventory", name = "stock-replenished.v1")
@Externalized("banyan.inventory::#{#this.sku()}")
public record StockReplenished(UUID eventId, String sku, long available, Instant occurredAt) {}
