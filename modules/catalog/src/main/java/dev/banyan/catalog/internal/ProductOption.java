package dev.banyan.catalog.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a shopper chooses, such as a size, and the values there are, in the order in which they are shown. */
record ProductOption(
        @NotBlank @Size(max = 50) @Pattern(regexp = PlainText.LINE)
        String name,

        @NotEmpty @Size(max = 100)
        List<@NotNull @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.LINE) String> values) {}
