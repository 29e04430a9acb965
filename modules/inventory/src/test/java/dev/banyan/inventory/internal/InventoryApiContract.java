package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.inventory.Availability;
import dev.banyan.inventory.OutOfStockException;
import dev.banyan.inventory.ReservationEndedException;
import dev.banyan.inventory.StockLine;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What every caller of {@code InventoryApi} may rely on, wherever the module runs. */
abstract class InventoryApiContract extends InventoryIT {
    @Test
    void tellsWhatIsAvailable() {
        var stocked = stocked(5);
        var unstocked = unstocked();
        assertThat(inventory.available(Set.of(stocked, unstocked)))
                .containsExactlyInAnyOrder(new Availability(stocked, 5), new Availability(unstocked, 0));
        assertThat(inventory.available(Set.of())).isEmpty();
    }

    @Test
    void holdsAllLinesOnce() {
        var first = stocked(5);
        var second = stocked(5);
        var id = Ids.next();
        for (int i = 0; i < 2; i++) {
            reserve(id, new StockLine(second, 2), new StockLine(first, 3));
        }
        assertThat(available(first)).isEqualTo(2);
        assertThat(available(second)).isEqualTo(3);
    }

    @Test
    void addsUpTheLinesOfOneSku() {
        var sku = stocked(5);
        assertThatThrownBy(() -> reserve(Ids.next(), new StockLine(sku, 3), new StockLine(sku, 3)))
                .isInstanceOf(OutOfStockException.class);
        reserve(Ids.next(), new StockLine(sku, 3), new StockLine(sku, 2));
        assertThat(available(sku)).isZero();
    }

    @Test
    void namesEverySkuThatFallsShortAndHoldsNothing() {
        var enough = stocked(5);
        var scarce = stocked(1);
        var none = unstocked();
        assertThatThrownBy(() ->
                        reserve(Ids.next(), new StockLine(none, 1), new StockLine(enough, 5), new StockLine(scarce, 2)))
                .isInstanceOf(OutOfStockException.class)
                .extracting(
                        failure -> ((OutOfStockException) failure).properties().get("skus"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(scarce, none);
        assertThat(available(enough)).isEqualTo(5);
        assertThat(available(scarce)).isEqualTo(1);
    }

    @Test
    void aRefusedReservationCanBeTriedAgain() {
        var sku = stocked(1);
        var id = Ids.next();
        assertThatThrownBy(() -> reserve(id, new StockLine(sku, 2))).isInstanceOf(OutOfStockException.class);
        keeping.adjust(Ids.next(), sku, 1, "Delivery", "test");
        reserve(id, new StockLine(sku, 2));
        assertThat(available(sku)).isZero();
    }

    @Test
    void aRepeatWhileHeldStartsTheTimeAnew() {
        var sku = stocked(5);
        var id = reserved(sku, 2);
        ledger.age(id, 5);
        reserve(id, new StockLine(sku, 2));
        assertThat(ledger.secondsLeft(id)).isBetween(500.0, 600.0);
        assertThat(available(sku)).isEqualTo(3);
    }

    @Test
    void aRepeatOfAConfirmedOrShippedReservationChangesNothing() {
        var sku = stocked(5);
        var id = firm(sku, 2);
        reserve(id, new StockLine(sku, 2));
        assertThat(ledger.state(id)).isEqualTo("FIRM");
        ship(id);
        reserve(id, new StockLine(sku, 2));
        confirm(id);
        assertThat(ledger.state(id)).isEqualTo("SHIPPED");
        assertThat(available(sku)).isEqualTo(3);
    }

    @Test
    void aReleaseGivesBackOnce() {
        var sku = stocked(5);
        for (var id : List.of(reserved(sku, 2), firm(sku, 2))) {
            long before = available(sku);
            release(id);
            release(id);
            assertThat(available(sku)).isEqualTo(before + 2);
            assertThatThrownBy(() -> confirm(id)).isInstanceOf(ReservationEndedException.class);
            assertThatThrownBy(() -> ship(id)).isInstanceOf(ReservationEndedException.class);
            assertThatThrownBy(() -> reserve(id, new StockLine(sku, 2))).isInstanceOf(ReservationEndedException.class);
        }
    }

    @Test
    void aReleaseThatOvertakesItsReserveWins() {
        var sku = stocked(5);
        var id = Ids.next();
        release(id);
        assertThatThrownBy(() -> reserve(id, new StockLine(sku, 2))).isInstanceOf(ReservationEndedException.class);
        assertThat(available(sku)).isEqualTo(5);
    }

    @Test
    void anExpiredReservationIsEndedEvenBeforeItsStockIsFreed() {
        var sku = stocked(5);
        var id = reserved(sku, 2);
        ledger.age(id, -1);
        assertThatThrownBy(() -> confirm(id)).isInstanceOf(ReservationEndedException.class);
        assertThatThrownBy(() -> reserve(id, new StockLine(sku, 2))).isInstanceOf(ReservationEndedException.class);
        release(id);
        assertThat(available(sku)).isEqualTo(5);
    }

    @Test
    void shippingLowersOnHandAndReservedOnce() {
        var sku = stocked(5);
        var id = firm(sku, 2);
        ship(id);
        ship(id);
        release(id);
        assertThat(available(sku)).isEqualTo(3);
        assertThat(ledger.state(id)).isEqualTo("SHIPPED");
        assertThat(ledger.faults(List.of(sku))).isEmpty();
    }

    @Test
    void onlyAFirmReservationShipsAndOnlyAKnownOneIsConfirmed() {
        var held = reserved(stocked(5), 2);
        assertThatThrownBy(() -> ship(held)).isInstanceOf(ReservationEndedException.class);
        assertThatThrownBy(() -> ship(Ids.next())).isInstanceOf(ReservationEndedException.class);
        assertThatThrownBy(() -> confirm(Ids.next())).isInstanceOf(ReservationEndedException.class);
    }
}
