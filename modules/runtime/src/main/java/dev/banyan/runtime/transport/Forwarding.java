package dev.banyan.runtime.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to what waits for modules that have moved away: before anything newer is sent, and now and then after that, since another instance may
 * end later.
 */
final class Forwarding {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final MovedEvents moved;
    private final Duration patience;
    private final Semaphore stop = new Semaphore(0);

    /** @param patience how long a dead instance may look alive */
    Forwarding(MovedEvents moved, Duration patience) {
        this.moved = moved;
        this.patience = patience;
    }

    /**
     * Begins.
     *
     * @param ready told once, when what is newer may be sent
     * @param more told when there is more to send
     */
    void start(Runnable ready, Runnable more) {
        stop.drainPermits();
        Thread.ofVirtual().name("forwarding").start(() -> run(ready, more));
    }

    void stop() {
        stop.release();
    }

    private void run(Runnable ready, Runnable more) {
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (!isSettled() && System.nanoTime() < deadline) {
                if (stop.tryAcquire(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            ready.run();
            while (!stop.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                if (address() > 0) {
                    more.run();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False also while the database can't tell. */
    private boolean isSettled() {
        try {
            address();
            return !moved.areHeld();
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    private int address() {
        try {
            int addressed = moved.address();
            if (addressed > 0) {
                LOG.info("{} events wait for modules that have moved away, and are sent to them", addressed);
            }
            return addressed;
        } catch (RuntimeException unreachable) {
            LOG.info("What waits for modules elsewhere can't be looked for now: {}", unreachable.toString());
            return 0;
        }
    }
}
