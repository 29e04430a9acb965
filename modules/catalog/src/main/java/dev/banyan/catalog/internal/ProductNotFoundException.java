package dev.banyan.catalog.internal;

import dev.banyan.kernel.ModuleException;

/** No such product, or variant of it, or not for this reader. */
final class ProductNotFoundException extends ModuleException {
    ProductNotFoundException() {
        super(Kind.NOT_FOUND, "catalog.not-found", "No such product");
    }
}
