package dev.banyan.payments.spi;

import dev.banyan.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for something to be done with an authorization.
 *
 * @param key ours; once per key
 * @param authorizationKey the key that the authorization was asked for with
 * @param reference the provider's name for it, null as long as we have not heard one
 */
public record ProviderCommand(
        String key, String authorizationKey, @Nullable String reference, Money amount) {}
