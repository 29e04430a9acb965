package dev.banyan.orders.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checkout on its way to becoming an order.
 *
 * @param operationId the request's operation, the same on every attempt with its idempotency key
 * @param placedBy for the history
 */
record Checkout(
        UUID operationId,
        UUID cartId,
        @Nullable UUID userId,
        @Nullable String cartToken,
        String email,
        CheckoutRequest request,
        String placedBy) {
    @Override
    public String toString() {
        return "Checkout[operationId=%s, cartId=%s]".formatted(operationId, cartId);
    }
}
