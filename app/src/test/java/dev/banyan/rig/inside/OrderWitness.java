package dev.banyan.rig.inside;

import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Notes what is told of orders; the types are named as the order's history names its states. */
@Component
class OrderWitness {
    private static final String NAME = "orders";

    private final Witnesses witnesses;

    OrderWitness(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @ApplicationModuleListener(id = "rig.order-placed")
    void on(OrderPlaced event) {
        witnesses.note(NAME, "PENDING", event.eventId(), event.orderId());
    }

    @ApplicationModuleListener(id = "rig.order-confirmed")
    void on(OrderConfirmed event) {
        witnesses.note(NAME, "CONFIRMED", event.eventId(), event.orderId());
    }

    @ApplicationModuleListener(id = "rig.order-cancelled")
    void on(OrderCancelled event) {
        witnesses.note(NAME, "CANCELLED", event.eventId(), event.orderId());
    }

    @ApplicationModuleListener(id = "rig.order-shipped")
    void on(OrderShipped event) {
        witnesses.note(NAME, "SHIPPED", event.eventId(), event.orderId());
    }

    @ApplicationModuleListener(id = "rig.order-refunded")
    void on(OrderRefunded event) {
        witnesses.note(NAME, "REFUNDED", event.eventId(), event.orderId());
    }
}
