package dev.banyan.orders.internal;

/** Whether the goods have left; an order leaves as a whole. */
enum FulfilmentStatus {
    UNFULFILLED,
    FULFILLED
}
