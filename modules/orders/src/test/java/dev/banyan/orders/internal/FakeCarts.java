package dev.banyan.orders.internal;

import dev.banyan.cart.CartApi;
import dev.banyan.cart.CartCommand;
import dev.banyan.cart.CartCompletedException;
import dev.banyan.cart.CartInCheckoutException;
import dev.banyan.cart.CartNotFoundException;
import dev.banyan.cart.FreezeCart;
import dev.banyan.cart.FrozenCart;
import dev.banyan.kernel.Ids;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carts in memory, as {@link CartApi} promises them. */
final class FakeCarts implements CartApi {
    private final Map<UUID, Cart> carts = new HashMap<>();
    private final Set<UUID> released = new HashSet<>();
    private boolean lenient;

    /** Whether a cart is given to whoever asks: what the cart module must never do. */
    synchronized void lenient(boolean lenient) {
        this.lenient = lenient;
    }

    synchronized UUID add(@Nullable UUID userId, @Nullable String token, String currency, List<FrozenCart.Line> lines) {
        var id = Ids.next();
        carts.put(id, new Cart(userId, token, new FrozenCart(id, currency, lines)));
        return id;
    }

    synchronized String state(UUID cartId) {
        return cart(cartId).state;
    }

    synchronized @Nullable UUID holder(UUID cartId) {
        return cart(cartId).orderId;
    }

    @Override
    public synchronized FrozenCart freeze(FreezeCart command) {
        var cart = carts.get(command.cartId());
        if (cart == null || !cart.belongsTo(command)) {
            throw new CartNotFoundException(command.cartId());
        }
        if (lenient) {
            return cart.content;
        }
        if (cart.state.equals("COMPLETED")) {
            throw new CartCompletedException(command.cartId(), cart.orderId);
        }
        if (released.contains(command.orderId())
                || (cart.state.equals("FROZEN") && !command.orderId().equals(cart.orderId))) {
            throw new CartInCheckoutException(command.cartId());
        }
        cart.state = "FROZEN";
        cart.orderId = command.orderId();
        return cart.content;
    }

    @Override
    public synchronized void release(CartCommand command) {
        var cart = cart(command.cartId());
        released.add(command.orderId());
        if (cart.state.equals("FROZEN") && command.orderId().equals(cart.orderId)) {
            cart.state = "OPEN";
            cart.orderId = null;
        }
    }

    @Override
    public synchronized void complete(CartCommand command) {
        var cart = cart(command.cartId());
        if (command.orderId().equals(cart.orderId)) {
            cart.state = "COMPLETED";
        }
    }

    private Cart cart(UUID id) {
        return Objects.requireNonNull(carts.get(id));
    }

    private static final class Cart {
        final @Nullable UUID userId;
        final @Nullable String token;
        final FrozenCart content;
        String state = "OPEN";

        @Nullable
        UUID orderId;

        Cart(@Nullable UUID userId, @Nullable String token, FrozenCart content) {
            this.userId = userId;
            this.token = token;
            this.content = content;
        }

        boolean belongsTo(FreezeCart command) {
            return userId != null ? userId.equals(command.userId()) : Objects.equals(token, command.cartToken());
        }
    }
}
