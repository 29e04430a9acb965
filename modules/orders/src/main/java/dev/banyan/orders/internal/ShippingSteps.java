package dev.banyan.orders.internal;

import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.ReservationCommand;
import dev.banyan.inventory.ReservationEndedException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Takes shipped orders' goods out of the stock. */
@Component
class ShippingSteps {
    private final InventoryApi inventory;
    private final Shipping shipping;

    ShippingSteps(InventoryApi inventory, Shipping shipping) {
        this.inventory = inventory;
        this.shipping = shipping;
    }

    @ApplicationModuleListener(id = "orders.ship", propagation = Propagation.NOT_SUPPORTED)
    void on(ShipOrder due) {
        try {
            inventory.ship(new ReservationCommand(due.orderId()));
        } catch (ReservationEndedException gone) {
            shipping.fail(due.orderId());
            return;
        }
        shipping.complete(due.orderId());
    }
}
