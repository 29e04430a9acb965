package dev.banyan.orders.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole order on its way to the buyer. */
record Shipment(UUID id, UUID orderId, @Nullable String trackingCode, Instant createdAt) {}
