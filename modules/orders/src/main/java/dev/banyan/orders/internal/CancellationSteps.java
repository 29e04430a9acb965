package dev.banyan.orders.internal;

import dev.banyan.cart.CartApi;
import dev.banyan.cart.CartCommand;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.ReservationCommand;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentsApi;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Gives back what a cancelled order holds: its stock, its cart unless that is completed, and the money, which follows by event. */
@Component
class CancellationSteps {
    private final InventoryApi inventory;
    private final CartApi carts;
    private final PaymentsApi payments;
    private final Cancellation cancellation;

    CancellationSteps(InventoryApi inventory, CartApi carts, PaymentsApi payments, Cancellation cancellation) {
        this.inventory = inventory;
        this.carts = carts;
        this.payments = payments;
        this.cancellation = cancellation;
    }

    @ApplicationModuleListener(id = "orders.cancel", propagation = Propagation.NOT_SUPPORTED)
    void on(CancelOrder due) {
        inventory.release(new ReservationCommand(due.orderId()));
        carts.release(new CartCommand(due.orderId(), due.cartId()));
        payments.cancel(new CancelPayment(due.orderId(), due.total()));
        cancellation.complete(due.orderId());
    }
}
