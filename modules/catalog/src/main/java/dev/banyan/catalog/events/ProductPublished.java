package dev.banyan.catalog.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.modulith.events.Externalized;

/** A product went on sale, or was changed in whole. */
@DomainEvent(namespace = "catalog", name = "product-published.v1")
@Externalized("banyan.catalog::#{#this.productId()}")
public record ProductPublished(
        UUID eventId, UUID productId, String slug, String name, List<String> skus, Instant occurredAt) {
    public ProductPublished {
        skus = List.copyOf(skus);
    }
}
