package dev.banyan.sample.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.banyan.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record NewThing(
        @NotBlank @Size(min = 2, max = 8) String name,
        @Nullable Integer count,
        @Nullable Money price,
        @Nullable List<@Valid Part> parts,
        @Nullable Map<String, String> labels,
        @Nullable Color color) {
    record Part(@NotBlank String sku, int quantity) {}

    enum Color {
        RED,
        GREEN
    }
}
