package dev.banyan.orders.internal;

import dev.banyan.cart.CartNotFoundException;
import dev.banyan.kernel.Currencies;
import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Turns carts into orders. */
@RestController
@Tag(name = "Orders")
class CheckoutController {
    private final CheckoutService checkouts;
    private final Currencies currencies;

    CheckoutController(CheckoutService checkouts, Currencies currencies) {
        this.checkouts = checkouts;
        this.currencies = currencies;
    }

    @PostMapping("/api/orders")
    @Access(value = Access.Level.ANYONE, scope = "orders:write")
    @Idempotent(required = true, guestToken = "X-Cart-Token")
    ResponseEntity<OrderView> checkOut(
            @Valid @RequestBody CheckoutRequest request,
            @RequestHeader(name = "X-Cart-Token", required = false) @Nullable String cartToken,
            Caller caller,
            Operation operation) {
        var checkout = new Checkout(
                operation.id(),
                request.cartId(),
                caller.userId(),
                cartToken,
                email(request, caller),
                checked(request),
                OrderAccess.nameOf(caller));
        if (caller.userId() == null && cartToken == null) {
            throw new CartNotFoundException(request.cartId());
        }
        var order = checkouts.checkOut(checkout);
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
    }

    private static String email(CheckoutRequest request, Caller caller) {
        var sent = request.email();
        if (caller.isUser()) {
            if (sent != null) {
                throw InvalidRequestException.field("email", "not-allowed", "is the account's; leave it out");
            }
            return String.valueOf(caller.email());
        }
        if (sent == null) {
            throw InvalidRequestException.field("email", "required", "is required without an account");
        }
        return sent;
    }

    private CheckoutRequest checked(CheckoutRequest request) {
        var expected = request.expectedTotal();
        if (expected != null && !currencies.contains(expected.currency())) {
            throw InvalidRequestException.field("expectedTotal.currency", "invalid", "is not a currency of this shop");
        }
        return request;
    }
}
