package dev.banyan.cart;

import java.util.List;
import java.util.UUID;

/** A cart's content while an order holds it. {@code lines} may be empty. */
public record FrozenCart(UUID cartId, String currency, List<Line> lines) {
    public FrozenCart {
        lines = List.copyOf(lines);
    }

    /** So many units of a SKU, 1 to 999; a SKU stands in one line only. */
    public record Line(String sku, int quantity) {}
}
