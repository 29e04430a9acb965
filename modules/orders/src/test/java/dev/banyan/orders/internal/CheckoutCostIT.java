package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutCostIT extends OrdersIT {
    /** The context makes each call twice. */
    private static final int LOOPBACK = 2;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 50})
    void makesSevenCallsHoweverManyLines(int lines) {
        var cart = guestCart(lines);
        assertThat(checkOut(cart, "tok_approve")).hasStatus(201);
        var id = modules.carts.holder(cart.id());
        assertThat(id).isNotNull();
        awaitOrder(id, order -> order.status() == OrderStatus.CONFIRMED);

        assertThat(modules.faults.callsAbout(id.toString()))
                .hasSize(6 * LOOPBACK)
                .containsOnly(
                        "CartApi.freeze",
                        "InventoryApi.reserve",
                        "PaymentsApi.authorize",
                        "InventoryApi.confirm",
                        "PaymentsApi.capture",
                        "CartApi.complete");
        assertThat(modules.faults.callsAbout(cart.lines().getLast().sku()))
                .filteredOn("CatalogApi.offers"::equals)
                .hasSize(LOOPBACK);
    }
}
