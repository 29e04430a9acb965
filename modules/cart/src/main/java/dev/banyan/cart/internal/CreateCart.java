package dev.banyan.cart.internal;

import dev.banyan.kernel.Currencies;
import dev.banyan.runtime.web.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Asks for a cart in a currency, or in the shop's first one. */
record CreateCart(@Nullable String currency) {
    String currencyAmong(Currencies currencies) {
        if (currency == null) {
            return currencies.primary();
        }
        if (!currencies.contains(currency)) {
            throw InvalidRequestException.field(
                    "currency", "invalid", "is one of " + String.join(", ", currencies.codes()));
        }
        return currency;
    }
}
