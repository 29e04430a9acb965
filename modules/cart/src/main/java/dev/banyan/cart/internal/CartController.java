package dev.banyan.cart.internal;

import dev.banyan.cart.CartNotFoundException;
import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Page;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Access.Level;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.Operation;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Carts. Whose one is decides the query, so a cart of somebody else's is none. */
@RestController
@RequestMapping("/api/carts")
@Tag(name = "Carts")
class CartController {
    private final CartService carts;
    private final CartMerge merge;
    private final OpenCarts openCarts;
    private final CartDesk desk;
    private final Currencies currencies;

    CartController(CartService carts, CartMerge merge, OpenCarts openCarts, CartDesk desk, Currencies currencies) {
        this.carts = carts;
        this.merge = merge;
        this.openCarts = openCarts;
        this.desk = desk;
        this.currencies = currencies;
    }

    /** A user's cart is theirs; anybody else gets a token with it, this once. */
    @PostMapping
    @Idempotent
    @Access(Level.ANYONE)
    ResponseEntity<CartView> create(
            @RequestBody(required = false) @Nullable CreateCart body, Operation operation, Caller caller) {
        var currency = (body == null ? new CreateCart(null) : body).currencyAmong(currencies);
        var token = caller.isUser() ? null : SecretToken.next();
        var cart = carts.create(operation.id(), currency, CartAccess.of(caller, token));
        return ResponseEntity.created(URI.create("/api/carts/" + cart.id()))
                .body(desk.view(cart).withToken(token));
    }

    @GetMapping
    @Access(Level.SIGNED_IN)
    Page<CartView> mine(PageRequest page, Caller caller) {
        return openCarts.page(userId(caller), page);
    }

    @GetMapping("/{id}")
    @Access(Level.ANYONE)
    CartView cart(
            @PathVariable UUID id,
            @RequestHeader(name = CartAccess.HEADER, required = false) @Nullable String token,
            Caller caller) {
        return desk.show(id, CartAccess.of(caller, token));
    }

    /** The cart in the path is the caller's, the one that the token opens is the guest's and is completed. */
    @PostMapping("/{id}/merge")
    @Access(Level.SIGNED_IN)
    CartView merge(
            @PathVariable UUID id,
            @RequestHeader(name = CartAccess.HEADER, required = false) @Nullable String token,
            Caller caller) {
        if (token == null) {
            throw new CartNotFoundException(id);
        }
        return desk.view(merge.merge(id, userId(caller), SecretToken.hash(token)));
    }

    private static UUID userId(Caller caller) {
        return Objects.requireNonNull(caller.userId());
    }
}
