package dev.banyan.catalog.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff write it, whole.
 *
 * @param slug left out: made from the name, or kept as it is
 * @param category a path of slugs, made on first use
 * @param options may be left out when there is nothing to choose
 */
record ProductBody(
        @Nullable @Pattern(regexp = Slugs.PATTERN) String slug,

        @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
        String name,

        @NotNull @Size(max = 5000) @Pattern(regexp = PlainText.PARAGRAPHS)
        String description,

        @NotNull @Pattern(regexp = Slugs.PATH_PATTERN) String category,
        @Size(max = 5) List<@NotNull @Valid ProductOption> options,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid VariantBody> variants) {
    ProductBody {
        options = Objects.requireNonNullElse(options, List.of());
    }

    List<String> skus() {
        return variants.stream().map(VariantBody::sku).toList();
    }
}
