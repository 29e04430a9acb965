package dev.banyan.cart.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.Versioned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart at current prices.
 *
 * @param token opens a guest's cart; told once, when the cart is made
 * @param subtotal of the lines that can be bought
 */
record CartView(
        UUID id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
        String currency,
        List<Line> lines,
        Money subtotal,
        long version)
        implements Versioned {
    CartView {
        lines = List.copyOf(lines);
    }

    CartView withToken(@Nullable String secret) {
        return new CartView(id, secret, currency, lines, subtotal, version);
    }

    @Override
    public String toString() {
        return "CartView[id=%s, version=%d]".formatted(id, version);
    }

    /** A line; one that can't be bought any more has no price, no total and nothing available. */
    record Line(
            String sku,
            String name,
            int quantity,
            @Nullable Money unitPrice,
            @Nullable Money lineTotal,
            long available) {}
}
