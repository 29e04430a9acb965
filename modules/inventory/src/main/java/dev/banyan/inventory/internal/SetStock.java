package dev.banyan.inventory.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** So many units are on hand, says a count. */
record SetStock(@NotNull @Min(0) @Max(StockLevel.MAX) Long onHand) {}
