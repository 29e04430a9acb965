package dev.banyan.cart;

import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** No such cart, or not the caller's. */
public final class CartNotFoundException extends ModuleException {
    public CartNotFoundException(UUID cartId) {
        super(Kind.NOT_FOUND, "cart.not-found", "No cart " + cartId);
    }
}
