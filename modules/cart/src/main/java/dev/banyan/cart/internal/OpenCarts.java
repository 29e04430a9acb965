package dev.banyan.cart.internal;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A user's open carts, newest first. */
@Component
class OpenCarts {
    private static final String LIST = "carts";

    private final CartService carts;
    private final Assortment assortment;

    OpenCarts(CartService carts, Assortment assortment) {
        this.carts = carts;
        this.assortment = assortment;
    }

    Page<CartView> page(UUID userId, PageRequest page) {
        var rows = carts.open(userId, before(page), page.fetch());
        var shown = Page.of(
                rows, page.limit(), cart -> PageRequest.cursor(LIST, cart.id().toString()));
        return new Page<>(priced(shown.items()), shown.nextCursor());
    }

    /** One call for the prices in each currency, one for what is available. */
    private List<CartView> priced(List<Cart> shown) {
        var offers = shown.stream()
                .collect(groupingBy(
                        Cart::currency,
                        collectingAndThen(
                                toList(),
                                same -> assortment.offers(
                                        skus(same), same.getFirst().currency()))));
        var available = assortment.available(skus(shown));
        return shown.stream()
                .map(cart -> CartPricing.price(cart, requireNonNull(offers.get(cart.currency())), available))
                .toList();
    }

    private static Set<String> skus(List<Cart> carts) {
        return carts.stream().map(Cart::skus).flatMap(Set::stream).collect(toSet());
    }

    private static @Nullable UUID before(PageRequest page) {
        var after = page.after(LIST, 1);
        try {
            return after.isEmpty() ? null : UUID.fromString(after.getFirst());
        } catch (IllegalArgumentException forged) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }
}
