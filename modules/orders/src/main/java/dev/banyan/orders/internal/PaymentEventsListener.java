package dev.banyan.orders.internal;

import dev.banyan.cart.CartApi;
import dev.banyan.cart.CartCommand;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.ReservationCommand;
import dev.banyan.inventory.ReservationEndedException;
import dev.banyan.kernel.Money;
import dev.banyan.payments.CancelPayment;
import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.PaymentsApi;
import dev.banyan.payments.events.PaymentAuthorized;
import dev.banyan.payments.events.PaymentCaptured;
import dev.banyan.payments.events.PaymentDeclined;
import dev.banyan.payments.events.PaymentRefunded;
import dev.banyan.payments.events.PaymentVoided;
import dev.banyan.payments.events.RefundFailed;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Takes an order on as its payment does. Each step reads the order, makes calls that can be repeated, and then records the
 * report in one transaction, which decides anew: the order may have been cancelled in between.
 */
@Component
class PaymentEventsListener {
    private final OrderRepository orders;
    private final PaymentProgress progress;
    private final InventoryApi inventory;
    private final CartApi carts;
    private final PaymentsApi payments;

    PaymentEventsListener(
            OrderRepository orders,
            PaymentProgress progress,
            InventoryApi inventory,
            CartApi carts,
            PaymentsApi payments) {
        this.orders = orders;
        this.progress = progress;
        this.inventory = inventory;
        this.carts = carts;
        this.payments = payments;
    }

    /** Makes the reservation firm before the money is taken, so that nothing is paid for that is gone. */
    @ApplicationModuleListener(id = "orders.capture-on-authorization", propagation = Propagation.NOT_SUPPORTED)
    void on(PaymentAuthorized event) {
        var amount = new Money(event.amountMinor(), event.currency());
        var order = read(event.orderId());
        if (order.awaits(PaymentStatus.PENDING, amount)) {
            try {
                inventory.confirm(new ReservationCommand(event.orderId()));
            } catch (ReservationEndedException ended) {
                progress.authorizedTooLate(event.orderId(), amount);
                return;
            }
            payments.capture(new PaymentCommand(event.orderId()));
        }
        giveBackIfCancelled(order);
        progress.authorized(event.orderId(), amount);
    }

    @ApplicationModuleListener(id = "orders.confirm-on-capture", propagation = Propagation.NOT_SUPPORTED)
    void on(PaymentCaptured event) {
        var amount = new Money(event.amountMinor(), event.currency());
        var order = read(event.orderId());
        if (order.awaits(PaymentStatus.AUTHORIZED, amount)) {
            carts.complete(new CartCommand(event.orderId(), order.terms().cartId()));
        }
        giveBackIfCancelled(order);
        progress.captured(event.orderId(), amount);
    }

    @ApplicationModuleListener(id = "orders.cancel-on-decline", propagation = Propagation.NOT_SUPPORTED)
    void on(PaymentDeclined event) {
        var order = read(event.orderId());
        if (order.state().isAwaitingPayment()) {
            inventory.release(new ReservationCommand(event.orderId()));
            carts.release(new CartCommand(event.orderId(), order.terms().cartId()));
        }
        progress.declined(event.orderId(), event.reason());
    }

    @ApplicationModuleListener(id = "orders.note-void")
    void on(PaymentVoided event) {
        progress.voided(event.orderId());
    }

    @ApplicationModuleListener(id = "orders.note-refund")
    void on(PaymentRefunded event) {
        progress.refunded(event);
    }

    @ApplicationModuleListener(id = "orders.note-failed-refund")
    void on(RefundFailed event) {
        progress.refundFailed(event.orderId(), event.refundId());
    }

    private Order read(UUID orderId) {
        return orders.find(orderId).orElseThrow(() -> new OrderNotFoundException(orderId));
    }

    /** Money that comes after the end, whoever ended the order, goes back. */
    private void giveBackIfCancelled(Order order) {
        if (order.state().status() == OrderStatus.CANCELLED) {
            payments.cancel(new CancelPayment(order.terms().id(), order.terms().total()));
        }
    }
}
