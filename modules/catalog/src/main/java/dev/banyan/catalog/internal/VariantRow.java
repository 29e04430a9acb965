package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A variant's columns, and its prices. */
record VariantRow(
        String sku, UUID productId, int position, List<ChosenOption> options, int weightGrams, List<Money> prices) {
    static List<VariantRow> of(UUID productId, ProductBody body) {
        var rows = new ArrayList<VariantRow>();
        for (var variant : body.variants()) {
            rows.add(new VariantRow(
                    variant.sku(),
                    productId,
                    rows.size(),
                    variant.chosen(body.options()),
                    variant.weightGrams(),
                    variant.prices()));
        }
        return List.copyOf(rows);
    }
}
