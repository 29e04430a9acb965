package dev.banyan.orders.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks, again and again, for checkouts left half done and for orders that were never paid; at once again while there may be more. */
@Component
class OverdueSweep {
    private static final String KEY = "sweep";
    private static final int BATCH = 100;
    /** Longer than an idempotency key is kept. */
    private static final Duration CHECKOUT_KEPT = Duration.ofHours(25);

    private final CheckoutLedger checkouts;
    private final Cancellation cancellation;
    private final Timers timers;
    private final OrdersProperties properties;
    private final Clock clock;

    OverdueSweep(
            CheckoutLedger checkouts,
            Cancellation cancellation,
            Timers timers,
            OrdersProperties properties,
            Clock clock) {
        this.checkouts = checkouts;
        this.cancellation = cancellation;
        this.timers = timers;
        this.properties = properties;
        this.clock = clock;
    }

    /** The recurring timer. */
    @DomainEvent(namespace = "orders", name = "sweep.v1")
    record Sweep() {}

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void start() {
        timers.schedule(KEY, Instant.EPOCH, new Sweep());
    }

    @ApplicationModuleListener(id = "orders.sweep")
    void on(Sweep due) {
        var now = clock.instant();
        var most = IntStream.of(
                        checkouts.abandonOverdue(now.minus(properties.checkoutTimeout()), BATCH),
                        checkouts.forget(now.minus(CHECKOUT_KEPT), BATCH),
                        cancellation.requestOverdue(now.minus(properties.paymentTimeout()), BATCH))
                .max()
                .orElseThrow();
        timers.schedule(KEY, most == BATCH ? Instant.EPOCH : now.plus(properties.sweepInterval()), due);
    }
}
