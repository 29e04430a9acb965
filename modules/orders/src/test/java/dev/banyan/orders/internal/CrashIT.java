package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import dev.banyan.orders.events.OrderCancelled;
import dev.banyan.orders.events.OrderConfirmed;
import dev.banyan.orders.events.OrderPlaced;
import dev.banyan.orders.events.OrderRefunded;
import dev.banyan.orders.events.OrderShipped;
import dev.banyan.runtime.testing.TestCallers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cuts the process off at each step, before its effect and after: it is taken up again, and nothing is lost or doubled. */
class CrashIT extends OrdersIT {
    @ParameterizedTest
    @CsvSource({
        "CartApi.freeze, before",
        "CartApi.freeze, after",
        "CatalogApi.offers, before",
        "CatalogApi.offers, after",
        "InventoryApi.reserve, before",
        "InventoryApi.reserve, after"
    })
    void aRepeatGoesOnWhereTheCheckoutStopped(String call, String when) {
        var cart = guestCart();
        var operation = Ids.next();
        modules.faults.once(call, when);

        assertThatThrownBy(() -> checkouts.checkOut(checkout(operation, cart)))
                .isInstanceOf(ModuleUnavailableException.class);
        assertThat(modules.faults.isUsedUp()).isTrue();

        assertThat(checkouts.checkOut(checkout(operation, cart)).id()).isEqualTo(operation);
        awaitConfirmed(operation, cart);
    }

    @ParameterizedTest
    @CsvSource({
        "CartApi.freeze, before",
        "CartApi.freeze, after",
        "CatalogApi.offers, before",
        "InventoryApi.reserve, before",
        "InventoryApi.reserve, after"
    })
    void whatNobodyRepeatsIsUndone(String call, String when) {
        var cart = guestCart();
        var operation = Ids.next();
        modules.faults.once(call, when);
        assertThatThrownBy(() -> checkouts.checkOut(checkout(operation, cart)))
                .isInstanceOf(ModuleUnavailableException.class);

        modules.faults.once("InventoryApi.release", "after");
        records.ageCheckout(operation);

        await().until(() -> records.checkoutState(operation).equals("FREED"));
        assertUntouched(cart);
    }

    @Test
    void anOrderThatWasNotCommittedIsPlacedByTheRepeat() {
        var cart = guestCart();
        var operation = Ids.next();
        records.failOnce(OrderPlaced.class);

        assertThatThrownBy(() -> checkouts.checkOut(checkout(operation, cart)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(checkouts.checkOut(checkout(operation, cart)).id()).isEqualTo(operation);
        awaitConfirmed(operation, cart);
    }

    @ParameterizedTest
    @CsvSource({"CartApi.release, before", "CartApi.release, after", "InventoryApi.release, before"})
    void aRefusedCheckoutIsFreedLaterIfItCannotBeNow(String call, String when) {
        var cart = guestCart();
        modules.inventory.stock(cart.lines().getFirst().sku(), 1);
        var operation = Ids.next();
        modules.faults.once(call, when);

        assertThatThrownBy(() -> checkouts.checkOut(checkout(operation, cart)))
                .isInstanceOfSatisfying(
                        ModuleException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("inventory.out-of-stock"));

        await().until(() -> records.checkoutState(operation).equals("FREED"));
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "PaymentsApi.authorize, before",
        "PaymentsApi.authorize, after",
        "InventoryApi.confirm, before",
        "InventoryApi.confirm, after",
        "PaymentsApi.capture, before",
        "PaymentsApi.capture, after",
        "CartApi.complete, before",
        "CartApi.complete, after"
    })
    void aPlacedOrderIsConfirmed(String call, String when) {
        var cart = guestCart();
        modules.faults.once(call, when);

        var order = checkouts.checkOut(checkout(Ids.next(), cart));

        awaitConfirmed(order.id(), cart);
        assertThat(modules.faults.isUsedUp()).isTrue();
    }

    @Test
    void aConfirmationThatWasNotCommittedIsRepeated() {
        var cart = guestCart();
        records.failOnce(OrderConfirmed.class);

        var order = checkouts.checkOut(checkout(Ids.next(), cart));

        awaitConfirmed(order.id(), cart);
    }

    @ParameterizedTest
    @CsvSource({
        "InventoryApi.release, before",
        "InventoryApi.release, after",
        "CartApi.release, before",
        "CartApi.release, after"
    })
    void aDeclinedOrderIsCancelled(String call, String when) {
        var cart = guestCart();
        modules.faults.once(call, when);

        var order = checkouts.checkOut(checkout(Ids.next(), cart, "tok_decline"));

        awaitOrder(order.id(), placed -> placed.status() == OrderStatus.CANCELLED);
        assertThat(modules.faults.isUsedUp()).isTrue();
        assertThat(timeline(order.id())).containsExactly("PENDING", "DECLINED", "CANCELLED");
        assertUntouched(cart);
    }

    @ParameterizedTest
    @CsvSource({
        "InventoryApi.release, before",
        "InventoryApi.release, after",
        "CartApi.release, before",
        "CartApi.release, after",
        "PaymentsApi.cancel, before",
        "PaymentsApi.cancel, after",
        "commit, before"
    })
    void aCancellationIsCarriedThrough(String call, String when) {
        var order = confirmed();
        if (call.equals("commit")) {
            records.failOnce(OrderCancelled.class);
        } else {
            modules.faults.once(call, when);
        }

        var answer = post(order.path() + "/cancel", null, "X-Order-Token", order.token());

        assertThat(text(answer, "$.status")).isEqualTo("CANCELLED");
        awaitPayment(order.id(), PaymentStatus.REFUNDED);
        assertThat(modules.inventory.left(order.cart().lines().getFirst().sku()))
                .isEqualTo(10);
        assertThat(modules.payments.kept(order.id())).isZero();
        assertThat(timeline(order.id()).stream().filter("CANCELLED"::equals)).hasSize(1);
        assertThat(published(OrderCancelled.class, order.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"InventoryApi.ship, before", "InventoryApi.ship, after", "commit, before"})
    void aShipmentIsCarriedThrough(String call, String when) {
        var order = confirmed();
        if (call.equals("commit")) {
            records.failOnce(OrderShipped.class);
        } else {
            modules.faults.once(call, when);
        }

        assertThat(post(TestCallers.staff(), order.adminPath() + "/shipments", "{}"))
                .hasStatus(201);

        assertThat(view(order.id()).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(modules.inventory.state(order.id())).isEqualTo("SHIPPED");
        assertThat(published(OrderShipped.class, order.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"PaymentsApi.refund, before", "PaymentsApi.refund, after", "commit, before"})
    void aRefundIsCarriedThrough(String call, String when) {
        var order = confirmed();
        if (call.equals("commit")) {
            records.failOnce(OrderRefunded.class);
        } else {
            modules.faults.once(call, when);
        }

        var body = "{\"amount\": {\"amount\": 400, \"currency\": \"EUR\"}, \"reason\": \"broken\"}";
        assertThat(post(TestCallers.staff(), order.adminPath() + "/refunds", body))
                .hasStatus(201);

        awaitPayment(order.id(), PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(modules.payments.kept(order.id())).isEqualTo(1100);
        assertThat(details.get(order.id(), OrderAccess.SYSTEM).refunded().amount())
                .isEqualTo(400);
        assertThat(published(OrderRefunded.class, order.id())).isEqualTo(1);
    }

    private void awaitConfirmed(UUID id, GuestCart cart) {
        awaitOrder(id, order -> order.status() == OrderStatus.CONFIRMED);
        assertThat(timeline(id)).containsExactly("PENDING", "AUTHORIZED", "CAPTURED", "CONFIRMED");
        assertThat(modules.carts.state(cart.id())).isEqualTo("COMPLETED");
        assertThat(modules.carts.holder(cart.id())).isEqualTo(id);
        assertThat(modules.inventory.state(id)).isEqualTo("FIRM");
        assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(7);
        assertThat(modules.payments.kept(id)).isEqualTo(1500);
        assertThat(published(OrderConfirmed.class, id)).isEqualTo(1);
    }

    private void assertUntouched(GuestCart cart) {
        assertThat(modules.carts.state(cart.id())).isEqualTo("OPEN");
        assertThat(modules.inventory.left(cart.lines().getFirst().sku())).isEqualTo(10);
    }

    private <T extends Record> long published(Class<T> type, UUID orderId) {
        return records.published(type).stream()
                .filter(event -> event.toString().contains(orderId.toString()))
                .count();
    }
}
