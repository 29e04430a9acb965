package dev.banyan.payments;

import dev.banyan.kernel.Money;
import java.util.UUID;

/** Asks for a part of an order's payment to be given back, once per {@code refundId}. */
public record RefundPayment(UUID refundId, UUID orderId, Money amount, String reason) {}
