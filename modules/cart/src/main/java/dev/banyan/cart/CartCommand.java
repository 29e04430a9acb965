package dev.banyan.cart;

import java.util.UUID;

/** Names the order that a cart is frozen for. */
public record CartCommand(UUID orderId, UUID cartId) {}
