package dev.banyan.catalog.events;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** A variant has another price in a currency; {@code amountMinor} is null when it has none any more. */
@DomainEvent(namespace = "catalog", name = "price-changed.v1")
@Externalized("banyan.catalog::#{#this.productId()}")
public record PriceChanged(
        UUID eventId, UUID productId, String sku, @Nullable Long amountMinor, String currency, Instant occurredAt) {}
