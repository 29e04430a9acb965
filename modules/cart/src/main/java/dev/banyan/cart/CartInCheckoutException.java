package dev.banyan.cart;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.UUID;

/** The cart is frozen for an order. */
@FailureCode("cart.checkout-in-progress")
public final class CartInCheckoutException extends ModuleException {
    public CartInCheckoutException(UUID cartId) {
        super(Kind.CONFLICT, "cart.checkout-in-progress", "Cart %s is being checked out".formatted(cartId));
    }

    CartInCheckoutException(Failure failure) {
        super(failure);
    }
}
