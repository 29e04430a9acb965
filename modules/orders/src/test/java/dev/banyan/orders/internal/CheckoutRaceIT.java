package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.cart.CartCompletedException;
import dev.banyan.cart.FrozenCart;
import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import dev.banyan.runtime.testing.Race;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

class CheckoutRaceIT extends OrdersIT {
    @Autowired
    CheckoutLedger ledger;

    @Autowired
    Placement placement;

    @Autowired
    Cancellation cancellation;

    @Test
    void oneKeyTwentyTimesMakesOneOrder() {
        var cart = guestCart();
        var operation = Ids.next();

        var results = Race.together(IntStream.range(0, 20)
                .<Callable<OrderView>>mapToObj(i -> () -> checkouts.checkOut(checkout(operation, cart)))
                .toList());

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result).isInstanceOfAny(OrderView.class, ModuleUnavailableException.class));
        assertThat(results).filteredOn(OrderView.class::isInstance).isNotEmpty();
        assertThat(checkouts.checkOut(checkout(operation, cart)).id()).isEqualTo(operation);
        assertThat(records.countOfCart(cart.id())).isEqualTo(1);
        awaitOrder(operation, order -> order.status() == OrderStatus.CONFIRMED);
        assertThat(modules.payments.kept(operation)).isEqualTo(1500);
        assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(7);
    }

    @Test
    void twentyKeysMakeOneOrder() {
        for (int round = 0; round < 5; round++) {
            var cart = guestCart();

            var results = Race.together(IntStream.range(0, 20)
                    .<Callable<OrderView>>mapToObj(i -> () -> checkouts.checkOut(checkout(Ids.next(), cart)))
                    .toList());

            assertThat(results).filteredOn(OrderView.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(ModuleException.class::isInstance)
                    .hasSize(19)
                    .extracting(refusal -> ((ModuleException) refusal).code())
                    .isSubsetOf("cart.checkout-in-progress", "cart.completed");
            assertThat(records.countOfCart(cart.id())).isEqualTo(1);
            assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(7);
        }
    }

    @Test
    void theLastUnitGoesToOneOfTwoCarts() {
        var sku = stocked(1);
        var carts = List.of(cartOf(sku), cartOf(sku));

        var results = Race.together(carts.stream()
                .<Callable<OrderView>>map(cart -> () -> checkouts.checkOut(checkout(Ids.next(), cart)))
                .toList());

        assertThat(results).filteredOn(OrderView.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(ModuleException.class::isInstance)
                .extracting(refusal -> ((ModuleException) refusal).code())
                .containsExactly("inventory.out-of-stock");
        assertThat(modules.inventory.left(sku)).isZero();
    }

    @Test
    void theDatabaseLetsACartBecomeOneOrderEvenIfTheCartDoesNot() {
        var cart = guestCart();
        modules.carts.lenient(true);
        var first = checkouts.checkOut(checkout(Ids.next(), cart));
        awaitOrder(first.id(), order -> order.status() == OrderStatus.CONFIRMED);

        Assertions.assertThatThrownBy(() -> checkouts.checkOut(checkout(Ids.next(), cart, "tok_wait")))
                .isInstanceOfSatisfying(
                        CartCompletedException.class,
                        refusal -> assertThat(refusal.properties()).isEqualTo(Map.of("orderId", first.id())));
        assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(7);
    }

    @Test
    void isUndecidedWhileTheCartsOrderIsUnpaid() {
        var cart = guestCart();
        var operation = Ids.next();
        modules.carts.lenient(true);
        var first = checkouts.checkOut(checkout(Ids.next(), cart, "tok_wait"));

        Assertions.assertThatThrownBy(() -> checkouts.checkOut(checkout(operation, cart)))
                .isInstanceOf(ModuleUnavailableException.class);
        cancellation.request(first.id(), OrderAccess.SYSTEM, CancelReason.CUSTOMER, "test");
        awaitOrder(first.id(), order -> order.status() == OrderStatus.CANCELLED);

        assertThat(checkouts.checkOut(checkout(operation, cart)).status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void isUndecidedWhileTheCartsOrderIsBeingCancelled() {
        var cart = guestCart();
        var operation = Ids.next();
        var first = checkouts.checkOut(checkout(Ids.next(), cart));
        awaitOrder(first.id(), order -> order.status() == OrderStatus.CONFIRMED);
        modules.carts.lenient(true);
        var gate = modules.faults.hold("PaymentsApi.cancel");
        cancellation.request(first.id(), OrderAccess.SYSTEM, CancelReason.CUSTOMER, "test");

        Assertions.assertThatThrownBy(() -> checkouts.checkOut(checkout(operation, cart)))
                .isInstanceOf(ModuleUnavailableException.class);
        gate.countDown();
        awaitOrder(first.id(), order -> order.status() == OrderStatus.CANCELLED);

        assertThat(checkouts.checkOut(checkout(operation, cart)).status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void placesAnAttemptOnce() {
        var cart = guestCart();
        var checkout = checkout(Ids.next(), cart, "tok_wait");
        var attempt = ledger.begin(checkout.operationId(), cart.id());
        var priced = new PricedCart(List.of(), dev.banyan.kernel.Money.zero("EUR"));

        assertThat(placement.place(attempt, checkout, priced)).isPresent();
        assertThat(placement.place(attempt, checkout, priced)).isEmpty();
        var other = ledger.begin(Ids.next(), cart.id());
        Assertions.assertThatThrownBy(() -> placement.place(other, checkout, priced))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aCheckoutThatWasUndoneMeanwhileIsNotPlacedAndStartsAnew() throws Exception {
        var cart = guestCart();
        var operation = Ids.next();
        var gate = modules.faults.hold("InventoryApi.reserve");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> checkouts.checkOut(checkout(operation, cart)));
            await().until(() -> modules.carts.state(cart.id()).equals("FROZEN"));
            records.ageCheckout(operation);
            await().until(() -> records.checkoutState(operation).equals("FREED"));
            gate.countDown();

            Assertions.assertThatThrownBy(slow::get).hasCauseInstanceOf(ModuleUnavailableException.class);
        }
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
        assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(10);
        modules.faults.clear();

        var order = checkouts.checkOut(checkout(operation, cart));

        assertThat(order.id()).isNotEqualTo(operation);
        assertThat(checkouts.checkOut(checkout(operation, cart)).id()).isEqualTo(order.id());
        awaitOrder(order.id(), placed -> placed.status() == OrderStatus.CONFIRMED);
    }

    private GuestCart cartOf(String sku) {
        var token = "token-" + UUID.randomUUID();
        var lines = List.of(new FrozenCart.Line(sku, 1));
        return new GuestCart(modules.carts.add(null, token, "EUR", lines), token, lines);
    }
}
