package dev.banyan.catalog.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** A product, or the last of its variants, can no longer be bought. */
@DomainEvent(namespace = "catalog", name = "product-archived.v1")
@Externalized("banyan.catalog::#{#this.productId()}")
public record ProductArchived(UUID eventId, UUID productId, List<String> skus, Instant occurredAt) {
    public ProductArchived {
        skus = List.copyOf(skus);
    }
}
