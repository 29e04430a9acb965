package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product in a public list.
 *
 * @param price the lowest of its variants'
 */
record ListedProduct(
        UUID id,
        String slug,
        String name,
        String description,
        String category,
        @Nullable String imageUrl,
        Money price) {}
