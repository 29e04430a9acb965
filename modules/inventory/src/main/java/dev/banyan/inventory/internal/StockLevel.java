package dev.banyan.inventory.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleException.Kind;

/** A SKU's numbers while its row is locked, and the rules for what staff may make of them. */
record StockLevel(long onHand, long reserved, long version) {
    /** More of one thing than any shop has. */
    static final long MAX = 1_000_000_000_000L;

    /** The difference to {@code target}, once it is sure that this much may be on hand. */
    long changeTo(long target) {
        if (target < reserved) {
            throw new ModuleException(
                    Kind.CONFLICT, "inventory.below-reserved", "%d units are reserved already".formatted(reserved));
        }
        if (target > MAX) {
            throw new ModuleException(
                    Kind.CONFLICT, "inventory.above-limit", "At most %d units can be on hand".formatted(MAX));
        }
        return target - onHand;
    }

    /** {@code delta}, once it is sure that the sum may be on hand. */
    long changeBy(long delta) {
        return changeTo(Math.addExact(onHand, delta));
    }
}
