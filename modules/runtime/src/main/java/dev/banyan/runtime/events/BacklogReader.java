package dev.banyan.runtime.events;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what waits in the table: everything after a start, what didn't fit into memory, timers and retries when their
 * time comes. Sleeps until then; there is no polling under way of a fresh event. Never waits for a subscriber.
 */
final class BacklogReader {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogReader.class);
    private static final int PAGE = 500;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration OVERDUE = Duration.ofSeconds(30);

    private final PublicationStore store;
    private final PublicationQueries queries;
    private final Lanes lanes;
    private final Predicate<Publication> takeOver;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile @Nullable Thread reader;
    private Duration age = Duration.ZERO;
    private long nextSweep;
    /** How far each subscriber that reads its backlog has come. */
    private final Map<String, Long> walks = new ConcurrentHashMap<>();

    /** @param takeOver false when the row's subscriber has no room for it */
    BacklogReader(PublicationStore store, PublicationQueries queries, Lanes lanes, Predicate<Publication> takeOver) {
        this.store = store;
        this.queries = queries;
        this.lanes = lanes;
        this.takeOver = takeOver;
    }

    void wake() {
        wakeUp.release();
    }

    void start() {
        store.adopt();
        age = Duration.ZERO;
        walks.clear();
        nextSweep = System.nanoTime();
        var thread = Thread.ofVirtual().name("backlog-reader").unstarted(this::run);
        reader = thread;
        thread.start();
    }

    void stop() {
        reader = null;
        wake();
    }

    /** False for a reader that was stopped, also when another one has been started since. */
    private boolean isRunning() {
        return Thread.currentThread().equals(reader);
    }

    private void run() {
        while (isRunning()) {
            try {
                var sleep = read();
                if (wakeUp.tryAcquire(sleep.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (Throwable failure) {
                if (isRunning()) {
                    LOG.warn("The waiting events can't be read, trying again: {}", failure.toString());
                    pause();
                }
            }
        }
    }

    /** Hands over what is ready and has room, and returns how long to sleep. */
    private Duration read() {
        sweep();
        for (var subscriber : lanes.thatCanReadMore()) {
            if (!walks.containsKey(subscriber)) {
                lanes.reading(subscriber);
                walks.put(subscriber, -1L);
            }
        }
        walking().forEach(this::walkOn);
        readReady();
        if (!walking().isEmpty() || !lanes.thatCanReadMore().isEmpty()) {
            return Duration.ZERO;
        }
        var next = queries.untilNextReady().orElse(LONGEST_SLEEP).plusMillis(1);
        return next.compareTo(LONGEST_SLEEP) < 0 ? next : LONGEST_SLEEP;
    }

    /** Who is on the way through the table and has room. */
    private List<String> walking() {
        return walks.keySet().stream().filter(lanes::hasRoom).toList();
    }

    /** Everything at first; later a net under what fell between table and memory. */
    private void sweep() {
        if (System.nanoTime() - nextSweep >= 0) {
            queries.subscribersWaitingFor(age).forEach(lanes::overflow);
            age = OVERDUE;
            nextSweep = System.nanoTime() + OVERDUE.toNanos();
        }
    }

    /**
     * One page of the way through everything that waits for a subscriber, as far as there is room. Whoever met the bound on the way
     * goes a second time: something may have been left behind meanwhile.
     */
    private void walkOn(String subscriber) {
        var page = queries.waitingAfter(walks.getOrDefault(subscriber, -1L), subscriber, PAGE);
        for (var row : page) {
            if (row.isHead() && !takeOver.test(row.publication())) {
                lanes.overflow(subscriber);
                return;
            }
            walks.put(subscriber, row.publication().position());
        }
        if (!lanes.hasRoom(subscriber)) {
            lanes.overflow(subscriber);
        } else if (page.size() < PAGE) {
            walks.remove(subscriber);
        }
    }

    /** Hands over timers and retries; subscribers without room are passed over, and looked at again when they have some. */
    private void readReady() {
        var full = new HashSet<String>();
        long position = -1;
        while (isRunning()) {
            var page = queries.readyAfter(position, full, PAGE);
            for (var row : page) {
                if (!row.isHead()) {
                    lanes.readOn(row.publication().lane());
                } else if (!takeOver.test(row.publication())) {
                    full.add(row.publication().lane().subscriber());
                }
            }
            full.forEach(lanes::overflow);
            if (page.size() < PAGE) {
                return;
            }
            position = page.getLast().publication().position();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
