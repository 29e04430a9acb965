package dev.banyan.catalog.internal;

import dev.banyan.kernel.Money;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Access.Level;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.Operation;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Products (staff)")
@RequestMapping("/api/admin/products")
class AdminProductController {
    private static final Long NO_VERSION = -1L;

    private final ProductService products;
    private final AdminProductQueries queries;

    AdminProductController(ProductService products, AdminProductQueries queries) {
        this.products = products;
        this.queries = queries;
    }

    @GetMapping
    @Access(value = Level.STAFF, scope = "catalog:read")
    Page<AdminProductView> list(PageRequest page) {
        return queries.page(page);
    }

    @GetMapping("/{id}")
    @Access(value = Level.STAFF, scope = "catalog:read")
    AdminProductView get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @PostMapping
    @Idempotent
    @Access(value = Level.STAFF, scope = "catalog:write")
    ResponseEntity<AdminProductView> create(@Valid @RequestBody ProductBody body, Operation operation) {
        var product = products.create(operation.id(), body);
        return ResponseEntity.created(URI.create("/api/admin/products/" + product.id()))
                .body(product);
    }

    @PutMapping("/{id}")
    @Access(value = Level.STAFF, scope = "catalog:write")
    AdminProductView replace(@PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody ProductBody body) {
        return products.replace(id, ifMatch, body);
    }

    @PutMapping("/{id}/variants/{sku}/prices")
    @Access(value = Level.STAFF, scope = "catalog:write")
    AdminProductView reprice(
            @PathVariable UUID id,
            @PathVariable String sku,
            IfMatch ifMatch,
            @Valid @RequestBody List<@NotNull Money> prices) {
        return products.reprice(id, sku, ifMatch, prices);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Level.STAFF, scope = "catalog:write")
    void archive(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        products.archive(id, optional(ifMatch));
    }

    /** Archiving needs no {@code If-Match}, but one that is sent counts. */
    private static IfMatch optional(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return new IfMatch(null);
        }
        return new IfMatch(header.matches("\"[0-9]{1,18}\"") ? Long.valueOf(header.replace("\"", "")) : NO_VERSION);
    }
}
