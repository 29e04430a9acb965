package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A product as staff see it, with all its prices.
 *
 * @param archivedVariants those that a change left out; naming one of them in the next change brings it back
 */
record AdminProductView(
        UUID id,
        String slug,
        String name,
        String description,
        String category,
        List<String> images,
        List<ProductOption> options,
        List<Variant> variants,
        List<Variant> archivedVariants,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {
    /** What is bought, with a price per currency in which it is sold. */
    record Variant(String sku, Map<String, String> options, List<Money> prices, int weightGrams) {}
}
