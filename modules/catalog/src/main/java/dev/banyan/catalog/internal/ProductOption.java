package dev.banyan.catalog.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a shopper chooses, such as a size, and the values there are, in the order in which they are shown. */
record ProductOption(
        @NotBlank @Size(max = 50) @Pattern(regexp = PlainText.LINE)
        String name,

        @NotEmpty @Size(max = 100)
        List<@NotNull @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.LINE) String> values) {
    /** What a variant's values, one per option, mean. */
    static Map<String, String> chosen(List<ProductOption> options, List<String> values) {
        var chosen = new LinkedHashMap<String, String>();
        for (int i = 0; i < options.size() && i < values.size(); i++) {
            chosen.put(options.get(i).name(), values.get(i));
        }
        return chosen;
    }
}
