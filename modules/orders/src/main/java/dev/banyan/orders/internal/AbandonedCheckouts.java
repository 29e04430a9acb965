package dev.banyan.orders.internal;

import dev.banyan.cart.CartApi;
import dev.banyan.cart.CartCommand;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.ReservationCommand;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Gives back what abandoned checkouts hold. */
@Component
class AbandonedCheckouts {
    private final InventoryApi inventory;
    private final CartApi carts;
    private final CheckoutLedger ledger;

    AbandonedCheckouts(InventoryApi inventory, CartApi carts, CheckoutLedger ledger) {
        this.inventory = inventory;
        this.carts = carts;
        this.ledger = ledger;
    }

    @ApplicationModuleListener(id = "orders.free-checkout", propagation = Propagation.NOT_SUPPORTED)
    void on(FreeCheckout due) {
        free(new CheckoutAttempt(due.operationId(), due.orderId(), due.cartId(), CheckoutAttempt.State.ABANDONED));
    }

    /** Stock first: whoever gets the cart back can reserve it again. */
    void free(CheckoutAttempt attempt) {
        inventory.release(new ReservationCommand(attempt.orderId()));
        carts.release(new CartCommand(attempt.orderId(), attempt.cartId()));
        ledger.freed(attempt);
    }
}
