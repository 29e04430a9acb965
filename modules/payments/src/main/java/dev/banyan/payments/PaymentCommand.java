package dev.banyan.payments;

import java.util.UUID;

/** Names the order whose payment a command is about. */
public record PaymentCommand(UUID orderId) {}
