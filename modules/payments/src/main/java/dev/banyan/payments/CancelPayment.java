package dev.banyan.payments;

import dev.banyan.kernel.Money;
import java.util.UUID;

/**
 * Asks for all of an order's money to be given back.
 *
 * @param amount the order's total, for a payment that nobody has heard of yet
 */
public record CancelPayment(UUID orderId, Money amount) {}
