package dev.banyan.cart;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cart has become an order. */
@FailureCode("cart.completed")
public final class CartCompletedException extends ModuleException {
    public CartCompletedException(UUID cartId, @Nullable UUID orderId) {
        super(
                Kind.CONFLICT,
                "cart.completed",
                "Cart %s has become an order".formatted(cartId),
                orderId == null ? Map.of() : Map.of("orderId", orderId));
    }

    CartCompletedException(Failure failure) {
        super(failure);
    }
}
