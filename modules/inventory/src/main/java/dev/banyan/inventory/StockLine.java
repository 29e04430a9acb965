package dev.banyan.inventory;

/** So many units of a SKU. */
public record StockLine(String sku, int quantity) {
    public StockLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A stock line has a unit at least");
        }
    }
}
