package dev.banyan.inventory.internal;

import dev.banyan.runtime.web.Versioned;

/** A SKU's stock as staff see it; every change of a number raises the version. */
record StockView(String sku, long onHand, long reserved, long available, long version) implements Versioned {
    StockView(String sku, long onHand, long reserved, long version) {
        this(sku, onHand, reserved, onHand - reserved, version);
    }

    /** What every SKU has from the start. */
    static StockView none(String sku) {
        return new StockView(sku, 0, 0, 0);
    }
}
