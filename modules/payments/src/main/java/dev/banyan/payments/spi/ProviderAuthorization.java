package dev.banyan.payments.spi;

import dev.banyan.kernel.Money;

/**
 * Asks for an amount to be held.
 *
 * @param key ours; once per key
 * @param method {@code card}
 * @param token the provider's single-use token for the card
 */
public record ProviderAuthorization(String key, Money amount, String method, String token) {
    @Override
    public String toString() {
        return "ProviderAuthorization[key=%s, amount=%s, method=%s]".formatted(key, amount, method);
    }
}
