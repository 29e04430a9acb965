package dev.banyan.inventory;

import java.util.List;
import java.util.UUID;

/**
 * Asks for stock to be held.
 *
 * @param reservationId the caller's key; orders take the order's id
 * @param lines a SKU may stand in several lines: they add up
 */
public record ReserveStock(UUID reservationId, List<StockLine> lines) {
    public ReserveStock {
        lines = List.copyOf(lines);
    }
}
