package dev.banyan.orders.internal;

/** How far an order's shipment is. */
enum ShipmentState {
    NONE,
    PLANNED,
    SHIPPED
}
