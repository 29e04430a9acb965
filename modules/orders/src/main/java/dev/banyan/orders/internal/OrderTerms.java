package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order was placed for; it never changes. */
record OrderTerms(
        UUID id, String number, UUID cartId, @Nullable UUID userId, String email, List<OrderLine> lines, Money total) {
    OrderTerms {
        lines = List.copyOf(lines);
    }
}
