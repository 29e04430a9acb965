package dev.banyan.runtime.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what waits in the table: everything after a start or when memory was full, timers and retries when their time
 * comes. Sleeps until then; there is no polling under way of a fresh event.
 */
final class BacklogReader {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogReader.class);
    private static final int PAGE = 500;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration BUSY_SLEEP = Duration.ofMillis(50);

    private final PublicationStore store;
    private final Dispatcher dispatcher;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;

    BacklogReader(PublicationStore store, Dispatcher dispatcher) {
        this.store = store;
        this.dispatcher = dispatcher;
    }

    void wake() {
        wakeUp.release();
    }

    void start() {
        running = true;
        store.adopt();
        Thread.ofVirtual().name("backlog-reader").start(this::run);
    }

    void stop() {
        running = false;
        wake();
    }

    private void run() {
        while (running) {
            try {
                var sleep = read();
                if (wakeUp.tryAcquire(sleep.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                if (!running) {
                    return;
                }
                LOG.warn("The waiting events can't be read, trying again: {}", failure.toString());
                pause();
            }
        }
    }

    /** Hands over what is ready and returns how long to sleep. */
    private Duration read() throws InterruptedException {
        if (dispatcher.takeOverflow()) {
            try {
                readAll();
            } catch (RuntimeException failure) {
                dispatcher.leaveToTable();
                throw failure;
            }
        }
        if (!readReady()) {
            return BUSY_SLEEP;
        }
        var next = store.untilNextReady().orElse(LONGEST_SLEEP).plusMillis(1);
        return next.compareTo(LONGEST_SLEEP) < 0 ? next : LONGEST_SLEEP;
    }

    /** Hands over timers and retries, past those of busy lanes; false when some of them have to be looked at again soon. */
    private boolean readReady() {
        boolean all = true;
        long position = -1;
        while (running) {
            var page = store.readyAfter(position, PAGE);
            for (var publication : page) {
                if (dispatcher.isBusy(publication.lane())) {
                    all = false;
                } else {
                    dispatcher.enqueue(publication);
                }
            }
            if (page.size() < PAGE || !dispatcher.hasRoom()) {
                return all && page.size() < PAGE;
            }
            position = page.getLast().position();
        }
        return all;
    }

    /** Passes once through everything that waits. A lane in work reads on by itself, so one row of each is enough. */
    private void readAll() throws InterruptedException {
        long position = -1;
        while (running) {
            var page = store.waitingAfter(position, PAGE);
            for (var publication : page) {
                if (!dispatcher.isBusy(publication.lane())) {
                    dispatcher.enqueue(publication);
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            position = page.getLast().position();
            while (running && !dispatcher.hasRoom()) {
                Thread.sleep(BUSY_SLEEP);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BUSY_SLEEP.multipliedBy(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
