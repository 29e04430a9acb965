package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish to turn a cart into an order.
 *
 * @param email required unless a user is signed in, whose account has one
 * @param expectedTotal what the buyer was shown; null skips the comparison
 */
record CheckoutRequest(
        @NotNull UUID cartId,

        @Nullable @Size(min = 3, max = 254) @Email @Pattern(regexp = "[^\\s\\p{Cntrl}]+@[^\\s\\p{Cntrl}]+")
        String email,

        @NotNull @Valid ShippingAddress shippingAddress,
        @NotNull @Valid Card payment,
        @Nullable Money expectedTotal) {
    /** The provider's token for a card; never the card itself. */
    record Card(
            @NotNull @Pattern(regexp = "card") String method,

            @NotNull @Pattern(regexp = "[\\x21-\\x7E]{1,255}")
            String token) {
        @Override
        public String toString() {
            return "Card[method=%s]".formatted(method);
        }
    }
}
