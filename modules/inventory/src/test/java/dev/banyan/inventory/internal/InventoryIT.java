package dev.banyan.inventory.internal;

import dev.banyan.inventory.Availability;
import dev.banyan.inventory.InventoryApi;
import dev.banyan.inventory.ReservationCommand;
import dev.banyan.inventory.ReserveStock;
import dev.banyan.inventory.StockLine;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;

/** One context for all of the module's tests, and their words. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
abstract class InventoryIT {
    @Autowired
    InventoryApi inventory;

    @Autowired
    StockKeeping keeping;

    @Autowired
    StockLedger ledger;

    /** A SKU of this test's own with so many units. */
    String stocked(long units) {
        var sku = unstocked();
        keeping.adjust(Ids.next(), sku, units, "Delivery", "test");
        return sku;
    }

    static String unstocked() {
        return "T-" + Ids.next();
    }

    long available(String sku) {
        return inventory.available(Set.of(sku)).stream()
                .map(Availability::available)
                .findFirst()
                .orElseThrow();
    }

    UUID reserved(String sku, int quantity) {
        var id = Ids.next();
        reserve(id, new StockLine(sku, quantity));
        return id;
    }

    UUID firm(String sku, int quantity) {
        var id = reserved(sku, quantity);
        confirm(id);
        return id;
    }

    void reserve(UUID id, StockLine... lines) {
        inventory.reserve(new ReserveStock(id, List.of(lines)));
    }

    void confirm(UUID id) {
        inventory.confirm(new ReservationCommand(id));
    }

    void release(UUID id) {
        inventory.release(new ReservationCommand(id));
    }

    void ship(UUID id) {
        inventory.ship(new ReservationCommand(id));
    }
}
