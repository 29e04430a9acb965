package dev.banyan.inventory.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** So many units came or, when negative, went, and why. */
record AdjustStock(
        @NotNull @Min(-StockLevel.MAX) @Max(StockLevel.MAX) Long delta,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String reason) {}
