package dev.banyan.cart.internal;

/** Open carts change; a frozen one waits for its order and is open again or completed afterwards; a completed one stays. */
enum CartState {
    OPEN,
    FROZEN,
    COMPLETED
}
