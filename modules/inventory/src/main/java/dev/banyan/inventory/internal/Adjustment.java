package dev.banyan.inventory.internal;

import java.util.UUID;

/** A change of what is on hand, with its reason and who made it. */
record Adjustment(UUID id, String sku, long delta, String reason, String author) {}
