package dev.banyan.catalog.internal;

import org.jspecify.annotations.Nullable;

/**
 * Which products a list shows.
 *
 * @param category a category's path, empty for the whole shop
 */
record ListingFilter(
        String currency,
        String category,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        @Nullable String search) {}
