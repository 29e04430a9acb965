package dev.banyan.cart;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a cart to be frozen for an order.
 *
 * @param userId the signed-in owner, or null
 * @param cartToken the guest's token, or null
 */
public record FreezeCart(
        UUID orderId,
        UUID cartId,
        @Nullable UUID userId,
        @Nullable String cartToken) {
    @Override
    public String toString() {
        return "FreezeCart[orderId=%s, cartId=%s]".formatted(orderId, cartId);
    }
}
