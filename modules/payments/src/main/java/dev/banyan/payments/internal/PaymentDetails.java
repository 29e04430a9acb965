package dev.banyan.payments.internal;

import dev.banyan.kernel.Money;
import java.util.UUID;

/** What never changes about a payment. */
record PaymentDetails(UUID id, UUID orderId, String provider, String method, Money amount) {}
