package dev.banyan.orders.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Commands that answer when what they started is done, or after a while with the state at that moment: it goes on by itself. */
@Service
class OrderCommands {
    private final Cancellation cancellation;
    private final Shipping shipping;
    private final OrderQueries orders;
    private final OrderChanges changes;
    private final OrdersProperties properties;

    OrderCommands(
            Cancellation cancellation,
            Shipping shipping,
            OrderQueries orders,
            OrderChanges changes,
            OrdersProperties properties) {
        this.cancellation = cancellation;
        this.shipping = shipping;
        this.orders = orders;
        this.changes = changes;
        this.properties = properties;
    }

    OrderView cancel(UUID id, OrderAccess access, CancelReason reason, String text) {
        cancellation.request(id, access, reason, text);
        return changes.await(
                id,
                () -> orders.get(id, access),
                order -> order.status() == OrderStatus.CANCELLED,
                properties.answerTimeout());
    }

    Shipment ship(UUID shipmentId, UUID orderId, OrderAccess access, @Nullable String trackingCode) {
        var shipment = shipping.request(shipmentId, orderId, access, trackingCode);
        var reached = changes.await(
                orderId,
                () -> shipping.state(orderId),
                state -> state != ShipmentState.PLANNED,
                properties.answerTimeout());
        if (reached == ShipmentState.NONE) {
            throw OrderRefusedException.notShippable(orderId);
        }
        return shipment;
    }
}
