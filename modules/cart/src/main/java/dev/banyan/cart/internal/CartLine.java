package dev.banyan.cart.internal;

/** So many units of a SKU. */
record CartLine(String sku, int quantity) {
    static final int MAX_QUANTITY = 999;

    CartLine {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("A line has 1 to %d units".formatted(MAX_QUANTITY));
        }
    }
}
