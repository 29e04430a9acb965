package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Leases.Other;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this instance's lease, and takes over what instances without one have left. */
final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** Every so many beats also for instances that nobody knows any more, and for those that had left nothing. */
    private static final int SWEEP = 30;

    private final Leases leases;
    private final PublicationStore store;
    private final Duration interval;
    private final Runnable tookOver;
    private final Consumer<Instant> clock;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean others;
    private volatile long renewed;
    private boolean failing;
    private int beats;
    /** Instances that have left nothing for this one, but perhaps for others. */
    private final Set<UUID> emptied = new HashSet<>();

    /**
     * @param clock told the database's time, now and then
     * @param tookOver told that there is something to read
     */
    Heartbeat(Leases leases, PublicationStore store, Duration interval, Consumer<Instant> clock, Runnable tookOver) {
        this.leases = leases;
        this.store = store;
        this.interval = interval;
        this.clock = clock;
        this.tookOver = tookOver;
    }

    /**
     * Begins the lease and takes over what has been left. Where others are at work this returns only after they have had the time to
     * learn of this instance: from then on each looks for what the other has left to it.
     */
    void start() {
        wakeUp.drainPermits();
        beat();
        if (others) {
            LockSupport.parkNanos(interval.multipliedBy(3).toNanos());
        }
        var beating = Thread.ofVirtual().name("heartbeat").unstarted(this::run);
        thread = beating;
        beating.start();
    }

    /** Stops beating, and ends the lease. */
    void stop() {
        var beating = thread;
        thread = null;
        wakeUp.release();
        Threads.await(beating);
        try {
            leases.release();
        } catch (RuntimeException unreachable) {
            LOG.info("The lease could not be ended, it ends by itself: {}", unreachable.toString());
        }
    }

    /** Whether other instances are at work, or may be: nobody could be asked lately. */
    boolean hasOthers() {
        return others || System.nanoTime() - renewed > interval.multipliedBy(2).toNanos();
    }

    private void run() {
        while (Thread.currentThread().equals(thread)) {
            try {
                if (wakeUp.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                beat();
                failing = false;
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failure) {
                if (!failing && Thread.currentThread().equals(thread)) {
                    LOG.warn("The lease can't be renewed, trying again: {}", failure.toString());
                }
                failing = true;
            }
        }
    }

    private void beat() {
        long before = System.nanoTime();
        var beat = leases.renew();
        clock.accept(beat.databaseTime());
        var instances = beat.others();
        boolean wasAlone = !others;
        others = instances.stream().anyMatch(Other::isAlive);
        renewed = before;
        if (wasAlone && others) {
            // One that has come back may have added behind publications after which nobody here has looked.
            tookOver.run();
        }
        boolean sweep = beats++ % SWEEP == 0;
        if (sweep) {
            emptied.clear();
        }
        var gone = new ArrayList<>(ids(instances, other -> !other.isAlive() && !emptied.contains(other.id())));
        if (sweep) {
            gone.addAll(leases.forgotten());
        }
        if (!gone.isEmpty()) {
            leases.end(gone);
            takeOver(gone);
            var past = ids(instances, other -> !other.isAlive() && other.isPast());
            leases.forget(past);
            emptied.addAll(past);
        }
    }

    private void takeOver(List<UUID> gone) {
        int taken = store.takeOver(gone, this::tookPage);
        if (taken > 0) {
            LOG.info("Took over {} events of an instance that is gone", taken);
        }
    }

    /** However much there is to take over, the lease lasts: otherwise others would take it over from this instance meanwhile. */
    private void tookPage() {
        tookOver.run();
        long now = System.nanoTime();
        if (now - renewed > interval.toNanos()) {
            leases.renew();
            renewed = now;
        }
    }

    private static List<UUID> ids(List<Other> instances, Predicate<Other> which) {
        return instances.stream().filter(which).map(Other::id).toList();
    }
}
