package dev.banyan.cart;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** No such cart, or not the caller's. */
@FailureCode("cart.not-found")
public final class CartNotFoundException extends ModuleException {
    public CartNotFoundException(UUID cartId) {
        super(Kind.NOT_FOUND, "cart.not-found", "No cart " + cartId);
    }

    CartNotFoundException(Failure failure) {
        super(failure);
    }
}
