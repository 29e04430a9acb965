package dev.banyan.cart.internal;

import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Access.Level;
import dev.banyan.runtime.security.Caller;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lines of a cart, named by their SKU. Each change answers with the whole cart. */
@RestController
@RequestMapping("/api/carts/{id}/lines/{sku}")
@Access(Level.ANYONE)
@Tag(name = "Carts")
class CartLineController {
    private final CartDesk desk;

    CartLineController(CartDesk desk) {
        this.desk = desk;
    }

    @PutMapping
    CartView put(
            @PathVariable UUID id,
            @PathVariable String sku,
            @Valid @RequestBody PutLine body,
            @RequestHeader(name = CartAccess.HEADER, required = false) @Nullable String token,
            Caller caller) {
        return desk.put(id, CartAccess.of(caller, token), new CartLine(sku, body.quantity()));
    }

    /** A line that isn't there is gone already. */
    @DeleteMapping
    CartView remove(
            @PathVariable UUID id,
            @PathVariable String sku,
            @RequestHeader(name = CartAccess.HEADER, required = false) @Nullable String token,
            Caller caller) {
        return desk.remove(id, CartAccess.of(caller, token), sku);
    }
}
