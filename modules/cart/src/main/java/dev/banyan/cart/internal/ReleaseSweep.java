package dev.banyan.cart.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets, every hour, which orders released their carts: once no request of theirs can still be on its way. At once again while there may be more. */
@Component
class ReleaseSweep {
    private static final int BATCH = 1000;
    private static final Duration INTERVAL = Duration.ofHours(1);
    /** Longer than the request that checks out is repeated under its idempotency key. */
    private static final Duration KEPT = Duration.ofHours(25);

    private final CheckoutRepository checkouts;
    private final Timers timers;
    private final Clock clock;

    ReleaseSweep(CheckoutRepository checkouts, Timers timers, Clock clock) {
        this.checkouts = checkouts;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void sweepAtStart() {
        timers.schedule(ForgetReleases.KEY, Instant.EPOCH, new ForgetReleases());
    }

    @ApplicationModuleListener(id = "cart.forget-releases")
    void on(ForgetReleases timer) {
        boolean more = checkouts.forgetReleased(KEPT, BATCH) == BATCH;
        timers.schedule(
                ForgetReleases.KEY, more ? Instant.EPOCH : clock.instant().plus(INTERVAL), timer);
    }
}
