package dev.banyan.payments;

import dev.banyan.kernel.Money;
import java.util.UUID;

/**
 * Asks for an order's payment to be authorized.
 *
 * @param method {@code card}
 * @param token the provider's single-use token for the card; kept sealed, and only until the outcome is known
 */
public record AuthorizePayment(UUID orderId, Money amount, String method, String token) {
    @Override
    public String toString() {
        return "AuthorizePayment[orderId=%s, amount=%s, method=%s]".formatted(orderId, amount, method);
    }
}
