package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;

/** A line as it was sold; name and price stay what they were at checkout. */
record OrderLine(String sku, String name, int quantity, Money unitPrice, Money lineTotal) {
    static OrderLine of(String sku, String name, int quantity, Money unitPrice) {
        if (quantity < 1 || quantity > 999) {
            throw new IllegalArgumentException("A line has 1 to 999 units");
        }
        return new OrderLine(sku, name, quantity, unitPrice, unitPrice.times(quantity));
    }
}
