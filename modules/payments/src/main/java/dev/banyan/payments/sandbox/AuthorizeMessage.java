package dev.banyan.payments.sandbox;

import dev.banyan.kernel.Money;
import dev.banyan.payments.spi.ProviderAuthorization;
import org.jspecify.annotations.Nullable;

/** An authorization on its way to the sandbox's process. */
record AuthorizeMessage(
        String key,
        Money amount,
        String method,
        String token,
        @Nullable String webhookUrl) {
    static AuthorizeMessage of(ProviderAuthorization asked, @Nullable String webhookUrl) {
        return new AuthorizeMessage(asked.key(), asked.amount(), asked.method(), asked.token(), webhookUrl);
    }

    ProviderAuthorization authorization() {
        return new ProviderAuthorization(key, amount, method, token);
    }

    @Override
    public String toString() {
        return "AuthorizeMessage[key=%s, amount=%s]".formatted(key, amount);
    }
}
