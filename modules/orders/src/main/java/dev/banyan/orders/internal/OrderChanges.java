package dev.banyan.orders.internal;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets requests wait for an order to change. Who waits holds no transaction and no connection; a change made by this
 * process ends the wait at its commit, another process's within a second. When the process stops, all waits end before the
 * web server begins to: what was seen last is answered.
 */
@Component
class OrderChanges implements SmartLifecycle {
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final ConcurrentHashMap<UUID, Set<Semaphore>> waiting = new ConcurrentHashMap<>();
    private volatile boolean running;

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        waiting.values().forEach(signals -> signals.forEach(Semaphore::release));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void announceAfterCommit(UUID orderId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waiting.getOrDefault(orderId, Set.of()).forEach(Semaphore::release);
            }
        });
    }

    /** Reads until {@code done}, until so much time has passed or until the process stops, and returns what was read last. */
    <T> T await(UUID orderId, Supplier<T> read, Predicate<T> done, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        var signal = register(orderId);
        try {
            while (true) {
                var seen = read.get();
                var left = deadline - System.nanoTime();
                if (done.test(seen) || left <= 0 || !running) {
                    return seen;
                }
                if (signal.tryAcquire(Math.min(left, LONGEST_SLEEP.toNanos()), TimeUnit.NANOSECONDS)) {
                    signal.drainPermits();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return read.get();
        } finally {
            unregister(orderId, signal);
        }
    }

    private Semaphore register(UUID orderId) {
        var signal = new Semaphore(0);
        waiting.compute(orderId, (id, signals) -> {
            var all = signals == null ? ConcurrentHashMap.<Semaphore>newKeySet() : signals;
            all.add(signal);
            return all;
        });
        return signal;
    }

    private void unregister(UUID orderId, Semaphore signal) {
        waiting.computeIfPresent(orderId, (id, signals) -> {
            signals.remove(signal);
            return signals.isEmpty() ? null : signals;
        });
    }
}
