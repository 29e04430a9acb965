package dev.banyan.orders.internal;

/** What was decided and is being carried out: a fence, because the two exclude each other. */
enum Intent {
    CANCEL,
    SHIP
}
