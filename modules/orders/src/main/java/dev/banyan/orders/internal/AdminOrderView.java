package dev.banyan.orders.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.Versioned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as staff see it: what the buyer sees, and all that was done about it.
 *
 * @param userId null for a guest's order
 * @param timeline oldest first
 */
record AdminOrderView(
        @JsonUnwrapped OrderView order,
        @Nullable UUID userId,
        UUID cartId,
        Money captured,
        Money refunded,
        List<Shipment> shipments,
        List<Refund> refunds,
        List<HistoryEntry> timeline)
        implements Versioned {
    @Override
    public long version() {
        return order.version();
    }
}
