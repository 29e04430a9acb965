package dev.banyan.cart.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** So many units are wanted. */
record PutLine(@NotNull @Min(1) @Max(CartLine.MAX_QUANTITY) Integer quantity) {}
