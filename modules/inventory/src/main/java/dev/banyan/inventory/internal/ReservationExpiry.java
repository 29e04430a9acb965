package dev.banyan.inventory.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Frees the stock of expired reservations. Each sweep schedules the next one for the moment at which the earliest held
 * reservation expires; none held now can expire sooner than a whole reservation time from now. So an idle shop is swept
 * once in that time, a busy one within a second of an expiry. A sweep also forgets reservations that ended long ago without
 * shipment: no request for them can still be on its way.
 */
@Component
class ReservationExpiry {
    private static final int BATCH = 100;
    /** Longer than the request that reserves is repeated under its idempotency key. */
    private static final Duration ENDED_KEPT = Duration.ofHours(25);

    private final ReservationRepository reservations;
    private final StockRepository stock;
    private final StockAnnouncements announcements;
    private final Timers timers;
    private final InventoryProperties properties;

    ReservationExpiry(
            ReservationRepository reservations,
            StockRepository stock,
            StockAnnouncements announcements,
            Timers timers,
            InventoryProperties properties) {
        this.reservations = reservations;
        this.stock = stock;
        this.announcements = announcements;
        this.timers = timers;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void sweepAtStart() {
        timers.schedule(ExpireReservations.KEY, Instant.EPOCH, new ExpireReservations());
    }

    @ApplicationModuleListener(id = "inventory.expire-reservations")
    void on(ExpireReservations timer) {
        var expired = reservations.expire(BATCH);
        if (!expired.isEmpty()) {
            announcements.announce(stock.free(expired));
        }
        boolean more = reservations.forgetEnded(ENDED_KEPT, BATCH) == BATCH || expired.size() == BATCH;
        var due = more ? Instant.EPOCH : reservations.nextExpiry(properties.reservationTtl());
        timers.schedule(ExpireReservations.KEY, due, timer);
    }
}
