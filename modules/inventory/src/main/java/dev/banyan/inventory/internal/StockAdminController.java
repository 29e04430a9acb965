package dev.banyan.inventory.internal;

import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleException.Kind;
import dev.banyan.kernel.Sku;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Access.Level;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stock in staff's hands. Every valid SKU has a resource from the start; a path that is no SKU names nothing. */
@RestController
@RequestMapping("/api/admin/stock/{sku}")
@Tag(name = "Stock")
class StockAdminController {
    private final StockQueries queries;
    private final StockKeeping keeping;

    StockAdminController(StockQueries queries, StockKeeping keeping) {
        this.queries = queries;
        this.keeping = keeping;
    }

    @GetMapping
    @Access(value = Level.STAFF, scope = "stock:read")
    StockView stock(@PathVariable String sku) {
        return queries.find(existing(sku));
    }

    @PutMapping
    @Access(value = Level.STAFF, scope = "stock:write")
    StockView count(@PathVariable String sku, IfMatch ifMatch, @Valid @RequestBody SetStock body, Caller caller) {
        return keeping.count(existing(sku), body.onHand(), ifMatch, caller.name());
    }

    @PostMapping("/adjustments")
    @Idempotent
    @Access(value = Level.STAFF, scope = "stock:write")
    StockView adjust(
            @PathVariable String sku, @Valid @RequestBody AdjustStock body, Operation operation, Caller caller) {
        return keeping.adjust(operation.id(), existing(sku), body.delta(), body.reason(), caller.name());
    }

    private static String existing(String sku) {
        if (!Sku.isValid(sku)) {
            throw new ModuleException(Kind.NOT_FOUND, "inventory.not-found", "No stock by that name");
        }
        return sku;
    }
}
