package dev.banyan.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.inventory.events.StockRanOut;
import dev.banyan.inventory.events.StockReplenished;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.web.IfMatch;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class StockAnnouncementsIT extends InventoryIT {
    @Test
    void tellsOnlyWhenAvailabilityReachesOrLeavesZero(AssertablePublishedEvents events) {
        var sku = stocked(3);
        assertThat(replenished(events, sku)).hasSize(1);
        reserved(sku, 1);
        var rest = reserved(sku, 2);
        assertThat(ranOut(events, sku)).hasSize(1);
        confirm(rest);
        ship(rest);
        assertThat(replenished(events, sku)).hasSize(1);
        keeping.count(sku, 4, new IfMatch(null), "test");
        keeping.adjust(Ids.next(), sku, 2, "Delivery", "test");
        assertThat(replenished(events, sku)).hasSize(2);
        keeping.count(sku, 1, new IfMatch(null), "test");
        assertThat(ranOut(events, sku)).hasSize(2);
    }

    private static Iterable<StockRanOut> ranOut(AssertablePublishedEvents events, String sku) {
        return events.ofType(StockRanOut.class).matching(event -> event.sku().equals(sku));
    }

    private static Iterable<StockReplenished> replenished(AssertablePublishedEvents events, String sku) {
        return events.ofType(StockReplenished.class)
                .matching(event -> event.sku().equals(sku));
    }
}
