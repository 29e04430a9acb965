package dev.banyan.cart.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.cart.CartCommand;
import dev.banyan.cart.FreezeCart;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.SecretToken;
import dev.banyan.runtime.testing.Race;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CartConcurrencyIT extends CartIT {
    @Autowired
    CartMerge merges;

    private final UUID user = Ids.next();

    @Test
    void ofTwentyOrdersOneGetsTheCart() throws Exception {
        var cart = userCart(user);
        var outcomes = Race.run(20, i -> () -> api.freeze(new FreezeCart(Ids.next(), cart.id(), user, null)));
        assertThat(outcomes).containsOnlyOnce("ok");
        assertThat(outcomes).filteredOn("cart.checkout-in-progress"::equals).hasSize(19);
    }

    @Test
    void linesPutAtOnceAreAllThere() throws Exception {
        var cart = guestCart();
        var skus = Stream.generate(() -> sold(100)).limit(15).toList();
        var outcomes = Race.run(30, i -> () -> put(cart, skus.get(i % 15), 1 + i));
        assertThat(outcomes).containsOnly("ok");
        var now = carts.find(cart.id(), cart.access());
        assertThat(now.skus()).containsExactlyInAnyOrderElementsOf(skus);
        assertThat(now.version()).isEqualTo(31);
    }

    @Test
    void eachPutAnswersWithACartThatHoldsItsLine() throws Exception {
        var cart = guestCart();
        Race.run(20, i -> () -> {
            var sku = sold(100);
            assertThat(put(cart, sku, 2).lines()).extracting(CartView.Line::sku).contains(sku);
        });
    }

    @Test
    void theLastPlaceIsTakenOnce() throws Exception {
        var cart = guestCart();
        for (int i = 0; i < Cart.MAX_LINES - 1; i++) {
            carts.put(carts.find(cart.id(), cart.access()), cart.access(), new CartLine(sold(1), 1));
        }
        var outcomes = Race.run(10, i -> () -> put(cart, sold(1), 1));
        assertThat(outcomes).containsOnlyOnce("ok");
        assertThat(outcomes).filteredOn("cart.too-many-lines"::equals).hasSize(9);
        assertThat(carts.find(cart.id(), cart.access()).lines()).hasSize(Cart.MAX_LINES);
    }

    @RepeatedTest(10)
    void aReleaseNeverLosesToItsFreeze() throws Exception {
        var cart = userCart(user);
        var order = Ids.next();
        Race.run(4, i -> () -> {
            if (i % 2 == 0) {
                api.freeze(new FreezeCart(order, cart.id(), user, null));
            } else {
                api.release(new CartCommand(order, cart.id()));
            }
        });
        assertThat(carts.find(cart.id(), cart.access()).state()).isEqualTo(CartState.OPEN);
    }

    @Test
    void nothingChangesWhileAnOrderHoldsTheCart() throws Exception {
        var cart = userCart(user);
        var order = Ids.next();
        var skus = Stream.generate(() -> sold(100)).limit(10).toList();
        Race.run(11, i -> () -> {
            if (i == 5) {
                api.freeze(new FreezeCart(order, cart.id(), user, null));
            } else {
                put(cart, skus.get(i % 10), 1);
            }
        });
        var frozen = api.freeze(new FreezeCart(order, cart.id(), user, null));
        assertThat(frozen.lines())
                .hasSize(carts.find(cart.id(), cart.access()).lines().size());
    }

    @RepeatedTest(5)
    void oneGuestsCartMergesIntoOneOfTwo() throws Exception {
        var token = SecretToken.hash(SecretToken.next());
        var guest = cart(new CartAccess(null, token), "EUR");
        var sku = sold(100);
        put(guest, sku, 5);
        var mine = List.of(userCart(user), userCart(user));
        var outcomes = Race.run(8, i -> () -> merges.merge(mine.get(i % 2).id(), user, token));
        assertThat(outcomes).filteredOn("ok"::equals).hasSize(4);
        assertThat(outcomes).filteredOn("cart.completed"::equals).hasSize(4);
        assertThat(mine.stream().flatMap(cart -> carts.find(cart.id(), cart.access()).lines().stream()))
                .containsExactly(new CartLine(sku, 5));
    }

    @Test
    void guestsCartsMergedAtOnceAddUp() throws Exception {
        var mine = userCart(user);
        var sku = sold(100);
        var tokens = Stream.generate(() -> SecretToken.hash(SecretToken.next()))
                .limit(10)
                .toList();
        tokens.forEach(token -> put(cart(new CartAccess(null, token), "EUR"), sku, 3));
        assertThat(Race.run(20, i -> () -> merges.merge(mine.id(), user, tokens.get(i % 10))))
                .containsOnly("ok");
        assertThat(carts.find(mine.id(), mine.access()).lines()).containsExactly(new CartLine(sku, 30));
    }
}
