package dev.banyan.catalog.internal;

import java.util.Set;
import java.util.UUID;

/**
 * What a change must know of a product.
 *
 * @param skus of all its variants, archived ones too
 */
record LockedProduct(UUID id, String slug, long version, boolean archived, Set<String> skus) {
    LockedProduct withSkus(Set<String> all) {
        return new LockedProduct(id, slug, version, archived, all);
    }
}
