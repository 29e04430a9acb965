package dev.banyan.runtime.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets, now and then, what was received so long ago that no broker has it any more. */
final class InboxPruning implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InboxPruning.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Inbox inbox;
    private final Duration age;
    private final Semaphore stop = new Semaphore(0);
    private volatile boolean running;

    InboxPruning(Inbox inbox, Duration age) {
        this.inbox = inbox;
        this.age = age;
    }

    @Override
    public void start() {
        running = true;
        stop.drainPermits();
        Thread.ofVirtual().name("inbox-pruning").start(this::run);
    }

    private void run() {
        try {
            while (!stop.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                prune();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void prune() {
        try {
            while (running && inbox.prune(age)) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException unreachable) {
            LOG.info("The inbox can't be pruned now: {}", unreachable.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        stop.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
