package dev.banyan.inventory.internal;

/**
 * What a change did to a SKU's availability.
 *
 * @param available after the change
 * @param change how much it rose, negative when it fell
 */
record StockMovement(String sku, long available, long change) {
    boolean ranOut() {
        return change < 0 && available == 0;
    }

    boolean replenished() {
        return change > 0 && available == change;
    }
}
