package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import dev.banyan.kernel.Sku;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A variant as staff write it: a value for each option of the product, and at most one price per currency. */
record VariantBody(
        @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
        @Size(max = 5) Map<@NotNull String, @NotNull String> options,
        @NotNull @Size(max = 100) List<@NotNull Money> prices,
        @Min(0) @Max(10_000_000) int weightGrams) {
    VariantBody {
        options = Objects.requireNonNullElse(options, Map.of());
    }

    /** What is chosen, in the order of the product's options. */
    List<ChosenOption> chosen(List<ProductOption> order) {
        return order.stream()
                .map(option ->
                        new ChosenOption(option.name(), Objects.requireNonNullElse(options.get(option.name()), "")))
                .toList();
    }
}
