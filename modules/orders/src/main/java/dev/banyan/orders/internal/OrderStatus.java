package dev.banyan.orders.internal;

/** Where an order stands. Only the edges of {@link #canBecome} exist. */
enum OrderStatus {
    PENDING,
    CONFIRMED,
    SHIPPED,
    CANCELLED;

    boolean canBecome(OrderStatus next) {
        return switch (this) {
            case PENDING -> next == CONFIRMED || next == CANCELLED;
            case CONFIRMED -> next == SHIPPED || next == CANCELLED;
            case SHIPPED, CANCELLED -> false;
        };
    }

    FulfilmentStatus fulfilment() {
        return this == SHIPPED ? FulfilmentStatus.FULFILLED : FulfilmentStatus.UNFULFILLED;
    }
}
