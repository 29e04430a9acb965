package dev.banyan.inventory.internal;

import dev.banyan.inventory.events.StockRanOut;
import dev.banyan.inventory.events.StockReplenished;
import dev.banyan.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells when a SKU's availability reaches or leaves zero; every other movement is nobody's news. */
@Component
class StockAnnouncements {
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StockAnnouncements(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Part of the current transaction. */
    void announce(List<StockMovement> movements) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        movements.forEach(movement -> announce(movement, now));
    }

    private void announce(StockMovement movement, Instant now) {
        if (movement.ranOut()) {
            events.publishEvent(new StockRanOut(Ids.next(), movement.sku(), now));
        } else if (movement.replenished()) {
            events.publishEvent(new StockReplenished(Ids.next(), movement.sku(), movement.available(), now));
        }
    }
}
