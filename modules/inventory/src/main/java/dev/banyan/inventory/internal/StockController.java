package dev.banyan.inventory.internal;

import dev.banyan.inventory.Availability;
import dev.banyan.kernel.Page;
import dev.banyan.kernel.Sku;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Access.Level;
import dev.banyan.runtime.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know of stock. */
@RestController
@Tag(name = "Stock")
class StockController {
    private static final int MAX_SKUS = 100;

    private final StockQueries queries;

    StockController(StockQueries queries) {
        this.queries = queries;
    }

    /** The parameters are taken as they were sent: bound to a list, a single one would be split at commas. */
    @GetMapping("/api/stock")
    @Access(Level.ANYONE)
    @Parameter(
            name = "sku",
            required = true,
            array = @ArraySchema(minItems = 1, maxItems = MAX_SKUS, schema = @Schema(pattern = Sku.PATTERN)))
    Page<Availability> available(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        var skus = parameters.getOrDefault("sku", List.of());
        check(skus);
        return Page.whole(queries.available(new LinkedHashSet<>(skus)));
    }

    private static void check(List<String> skus) {
        if (skus.isEmpty()) {
            throw InvalidRequestException.field("sku", "required", "names at least one SKU");
        }
        if (skus.size() > MAX_SKUS) {
            throw InvalidRequestException.field("sku", "too-many", "names at most %d SKUs".formatted(MAX_SKUS));
        }
        if (!skus.stream().allMatch(Sku::isValid)) {
            throw InvalidRequestException.field("sku", "invalid", "is 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }
}
