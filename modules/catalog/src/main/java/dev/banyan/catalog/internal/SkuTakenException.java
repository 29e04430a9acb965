package dev.banyan.catalog.internal;

import dev.banyan.kernel.ModuleException;
import java.util.List;
import java.util.Map;

/** These SKUs belong to other products, where they may be archived: a SKU means one thing for ever. */
final class SkuTakenException extends ModuleException {
    SkuTakenException(List<String> skus) {
        super(
                Kind.CONFLICT,
                "catalog.sku-taken",
                "Other products have " + String.join(", ", skus),
                Map.of("skus", List.copyOf(skus)));
    }
}
