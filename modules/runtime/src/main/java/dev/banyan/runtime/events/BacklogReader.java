package dev.banyan.runtime.events;

import dev.banyan.runtime.events.PublicationQueries.Waiting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the lanes whose rows are in the table alone: everything after a start, what didn't fit into memory, timers and retries when
 * their time comes. Sleeps until then; there is no polling under way of a fresh event. Never waits for a subscriber.
 */
final class BacklogReader {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogReader.class);
    private static final int PAGE = 500;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration OVERDUE = Duration.ofSeconds(30);

    private final PublicationQueries queries;
    private final Desks desks;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile @Nullable Thread reader;
    private volatile long wakesAt;
    private volatile boolean everything;
    private long nextSweep;
    /** How far each subscriber that reads its backlog has come. */
    private final Map<String, Long> walks = new ConcurrentHashMap<>();

    BacklogReader(PublicationQueries queries, Desks desks) {
        this.queries = queries;
        this.desks = desks;
    }

    /** Has it look now. */
    void wake() {
        wakeUp.release();
    }

    /** Has it look not later than in so many milliseconds. */
    void wakeIn(long millis) {
        if (wakesAt - System.nanoTime() > TimeUnit.MILLISECONDS.toNanos(millis)) {
            wake();
        }
    }

    /** Has it look through everything now. */
    void readAll() {
        everything = true;
        wake();
    }

    void start() {
        walks.clear();
        everything = true;
        var thread = Thread.ofVirtual().name("backlog-reader").unstarted(this::run);
        reader = thread;
        thread.start();
    }

    /** Returns once nothing is being read any more. */
    void stop() {
        var stopped = reader;
        reader = null;
        wake();
        Threads.await(stopped);
    }

    /** False for a reader that was stopped, also when another one has been started since. */
    private boolean isRunning() {
        return Thread.currentThread().equals(reader);
    }

    private void run() {
        while (isRunning()) {
            try {
                wakesAt = Long.MAX_VALUE / 2;
                var sleep = read();
                wakesAt = System.nanoTime() + sleep.toNanos();
                if (wakeUp.tryAcquire(sleep.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (Throwable failure) {
                if (isRunning()) {
                    LOG.warn("The waiting events can't be read, trying again: {}", failure.toString());
                    Dispatcher.pause();
                }
            }
        }
    }

    /** Hands over what is ready and has room, and returns how long to sleep. */
    private Duration read() {
        sweep();
        for (var subscriber : desks.thatCanReadMore()) {
            if (!walks.containsKey(subscriber)) {
                desks.of(subscriber).reading();
                walks.put(subscriber, -1L);
            }
        }
        walking().forEach(this::walkOn);
        readReady();
        if (!walking().isEmpty() || !desks.thatCanReadMore().isEmpty()) {
            return Duration.ZERO;
        }
        var next = queries.untilNextReady().orElse(LONGEST_SLEEP).plusMillis(1);
        return next.compareTo(LONGEST_SLEEP) < 0 ? next : LONGEST_SLEEP;
    }

    /** Who is on the way through the table and has room. */
    private List<String> walking() {
        return walks.keySet().stream()
                .filter(subscriber -> desks.of(subscriber).hasRoom())
                .toList();
    }

    /** Everything when asked to; else now and then a net under what fell between table and memory. */
    private void sweep() {
        if (everything || System.nanoTime() - nextSweep >= 0) {
            var age = everything ? Duration.ZERO : OVERDUE;
            everything = false;
            nextSweep = System.nanoTime() + OVERDUE.toNanos();
            queries.subscribersWaitingFor(age)
                    .forEach(subscriber -> desks.of(subscriber).overflow());
        }
    }

    /**
     * One page of the way through everything that waits for a subscriber, as far as there is room. Whoever met the bound on the way
     * goes a second time: something may have been left behind meanwhile.
     */
    private void walkOn(String subscriber) {
        var lanes = desks.of(subscriber);
        var page = queries.waitingAfter(walks.getOrDefault(subscriber, -1L), subscriber, PAGE);
        for (var row : page) {
            if (row.isHead() && !lanes.look(row.lane(), LaneReader.NEVER)) {
                lanes.overflow();
                return;
            }
            walks.put(subscriber, row.position());
        }
        if (!lanes.hasRoom()) {
            lanes.overflow();
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
                if (!hasTaken(row)) {
                    full.add(row.lane().subscriber());
                }
            }
            full.forEach(subscriber -> desks.of(subscriber).overflow());
            if (page.size() < PAGE) {
                return;
            }
            position = page.getLast().position();
        }
    }

    private boolean hasTaken(Waiting row) {
        return !row.isHead() || desks.of(row.lane().subscriber()).look(row.lane(), LaneReader.NEVER);
    }
}
