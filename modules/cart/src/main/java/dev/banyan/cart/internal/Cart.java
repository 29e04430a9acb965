package dev.banyan.cart.internal;

import dev.banyan.cart.CartCompletedException;
import dev.banyan.cart.CartInCheckoutException;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it was read; each SKU stands in one line, the first one added comes first.
 *
 * @param orderId the order that holds the cart, or that it became
 */
record Cart(
        UUID id, String currency, CartState state, @Nullable UUID orderId, long version, List<CartLine> lines) {
    static final int MAX_LINES = 200;

    Cart {
        lines = List.copyOf(lines);
    }

    static Cart empty(UUID id, String currency) {
        return new Cart(id, currency, CartState.OPEN, null, 1, List.of());
    }

    /** Itself, unless it can't be changed. */
    Cart requireOpen() {
        return switch (state) {
            case OPEN -> this;
            case FROZEN -> throw new CartInCheckoutException(id);
            case COMPLETED -> throw new CartCompletedException(id, orderId);
        };
    }

    /** Itself, unless it has more lines than a cart may have. */
    Cart requireRoom() {
        if (lines.size() > MAX_LINES) {
            throw new ModuleException(
                    Kind.CONFLICT, "cart.too-many-lines", "A cart has at most %d lines".formatted(MAX_LINES));
        }
        return this;
    }

    boolean isHeldBy(UUID order) {
        return order.equals(orderId);
    }

    Set<String> skus() {
        return lines.stream().map(CartLine::sku).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The next version, in which {@code line} stands in the place of the one with its SKU or at the end. */
    Cart with(CartLine line) {
        var next = new ArrayList<>(lines);
        next.replaceAll(each -> each.sku().equals(line.sku()) ? line : each);
        if (!next.contains(line)) {
            next.add(line);
        }
        return next(next);
    }

    /** The next version, which has no line with {@code sku}. */
    Cart without(String sku) {
        return next(lines.stream().filter(line -> !line.sku().equals(sku)).toList());
    }

    private Cart next(List<CartLine> changed) {
        return new Cart(id, currency, state, orderId, version + 1, changed);
    }
}
