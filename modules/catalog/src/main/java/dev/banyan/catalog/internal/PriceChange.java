package dev.banyan.catalog.internal;

import org.jspecify.annotations.Nullable;

/**
 * A price that differs from before.
 *
 * @param amount null when there is none any more
 */
record PriceChange(String sku, String currency, @Nullable Long amount) {}
