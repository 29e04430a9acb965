package dev.banyan.notifications.internal;

import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes to the buyer about what happens to an order, in the order in which it happens. */
@Component
class OrderEventsListener {
    private final MessageService messages;

    OrderEventsListener(MessageService messages) {
        this.messages = messages;
    }

    @ApplicationModuleListener(id = "notifications.order-confirmed")
    void on(OrderConfirmed event) {
        messages.store(OrderDrafts.confirmed(event));
    }

    @ApplicationModuleListener(id = "notifications.order-cancelled")
    void on(OrderCancelled event) {
        messages.store(OrderDrafts.cancelled(event));
        messages.withdrawConfirmation(event.orderId());
    }

    @ApplicationModuleListener(id = "notifications.order-shipped")
    void on(OrderShipped event) {
        messages.store(OrderDrafts.shipped(event));
    }

    @ApplicationModuleListener(id = "notifications.order-refunded")
    void on(OrderRefunded event) {
        messages.store(OrderDrafts.refunded(event));
    }
}
