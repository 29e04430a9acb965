package dev.banyan.orders.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where the goods go, as the buyer wrote it. */
record ShippingAddress(
        @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE)
        String name,

        @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE)
        String line1,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 200) @Pattern(regexp = ONE_LINE)
        String line2,

        @NotBlank @Size(max = 100) @Pattern(regexp = ONE_LINE)
        String city,

        @NotBlank @Size(max = 20) @Pattern(regexp = ONE_LINE)
        String postalCode,

        @NotBlank @CountryCode String country) {
    private static final String ONE_LINE = "\\P{Cntrl}*";
}
