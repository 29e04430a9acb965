package dev.banyan.orders.internal;

import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** No such order, or not the caller's. */
final class OrderNotFoundException extends ModuleException {
    OrderNotFoundException(UUID id) {
        super(Kind.NOT_FOUND, "orders.not-found", "No order " + id);
    }
}
