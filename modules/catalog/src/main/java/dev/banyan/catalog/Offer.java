package dev.banyan.catalog;

import dev.banyan.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A variant as a buyer sees it.
 *
 * @param name the product's name with the variant's options, such as {@code Teapot Nara, 0.8 l}
 * @param price in the currency asked for, null when it has none
 * @param onSale false when the variant or its product is archived
 */
public record Offer(String sku, String name, @Nullable Money price, boolean onSale) {}
