package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.Versioned;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product as shoppers see it, in one currency, without what is archived. */
record ProductView(
        UUID id,
        String slug,
        String name,
        String description,
        String category,
        List<String> images,
        List<ProductOption> options,
        List<Variant> variants,
        long version)
        implements Versioned {
    /**
     * What is bought.
     *
     * @param price null when it isn't sold in the currency
     */
    record Variant(
            String sku,
            Map<String, String> options,
            @Nullable Money price,
            int weightGrams) {}
}
