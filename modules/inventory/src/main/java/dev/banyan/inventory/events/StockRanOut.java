package dev.banyan.inventory.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** The last available unit of a SKU was reserved or taken away. */
@DomainEvent(namespace = "inventory", name = "stock-ran-out.v1")
@Externalized("banyan.inventory::#{#this.sku()}")
public record StockRanOut(UUID eventId, String sku, Instant occurredAt) {}
