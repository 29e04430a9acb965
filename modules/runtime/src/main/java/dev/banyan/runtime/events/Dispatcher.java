package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Publication.Lane;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers publications, in order within a lane and side by side otherwise. Each lane with work has a virtual thread; a
 * subscriber runs a bounded number of listeners at once. What doesn't fit into memory, fails, or comes out of order stays
 * in the table and is read again from there: memory only makes it fast, the table makes it right.
 */
final class Dispatcher implements SmartLifecycle {
    private final PublicationStore store;
    private final DeliveryRunner runner;
    private final EventProperties properties;
    private final Map<Lane, Deque<Publication>> lanes = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();
    private final AtomicInteger inMemory = new AtomicInteger();
    private final AtomicBoolean overflowed = new AtomicBoolean(true);
    private volatile @Nullable ExecutorService workers;
    private final BacklogReader backlog;
    private volatile boolean running;

    Dispatcher(PublicationStore store, DeliveryRunner runner, EventProperties properties) {
        this.store = store;
        this.runner = runner;
        this.properties = properties;
        this.backlog = new BacklogReader(store, this);
    }

    /** Hands over a publication whose transaction was committed. Never blocks; what can't be taken now is found in the table. */
    void accept(PendingPublication published, long position, @Nullable String context) {
        if (published.due() != null) {
            backlog.wake();
        } else if (inMemory.get() >= properties.inMemory()) {
            leaveToTable();
        } else {
            enqueue(published.at(position, context, !properties.loopback()));
        }
    }

    void enqueue(Publication publication) {
        if (!running) {
            return;
        }
        lanes.compute(publication.lane(), (lane, queue) -> {
            if (queue == null) {
                queue = new ArrayDeque<>();
                start(lane);
            }
            queue.add(publication);
            inMemory.incrementAndGet();
            return queue;
        });
    }

    private void start(Lane lane) {
        var executor = workers;
        if (executor != null) {
            executor.execute(() -> work(lane));
        }
    }

    boolean isBusy(Lane lane) {
        return lanes.containsKey(lane);
    }

    /** Has the whole table read again. */
    void leaveToTable() {
        overflowed.set(true);
        backlog.wake();
    }

    /** Whether publications have been left to the table since the last time this was asked; true at first. */
    boolean takeOverflow() {
        return overflowed.getAndSet(false);
    }

    boolean hasRoom() {
        return inMemory.get() < properties.inMemory() / 2;
    }

    private void work(Lane lane) {
        var limit = permits.computeIfAbsent(lane.subscriber(), name -> new Semaphore(properties.concurrency()));
        boolean readOn = false;
        long lost = -1;
        while (running) {
            var next = poll(lane);
            if (next == null && readOn) {
                next = store.head(lane).orElse(null);
                readOn = false;
                if (next != null && next.position() == lost) {
                    next = null;
                }
            }
            if (next == null) {
                if (retire(lane)) {
                    return;
                }
                continue;
            }
            limit.acquireUninterruptibly();
            DeliveryRunner.Outcome outcome;
            try {
                outcome = runner.run(next);
            } finally {
                limit.release();
            }
            switch (outcome) {
                case COMPLETED -> {
                    readOn |= next.event() == null;
                    lost = -1;
                }
                case LOST -> {
                    forget(lane);
                    readOn = true;
                    lost = next.position();
                }
                case FAILED -> {
                    forget(lane);
                    readOn = false;
                    backlog.wake();
                }
                case UNSETTLED -> {
                    forget(lane);
                    readOn = false;
                    leaveToTable();
                }
            }
        }
        forget(lane);
        lanes.remove(lane);
    }

    private @Nullable Publication poll(Lane lane) {
        var taken = new Publication[1];
        lanes.computeIfPresent(lane, (same, queue) -> {
            taken[0] = queue.poll();
            return queue;
        });
        if (taken[0] != null) {
            inMemory.decrementAndGet();
        }
        return taken[0];
    }

    /** Ends the lane's thread unless something has come in meanwhile. */
    private boolean retire(Lane lane) {
        return lanes.computeIfPresent(lane, (same, queue) -> queue.isEmpty() ? null : queue) == null;
    }

    /** What waits in memory behind a head that failed is read from the table when its turn comes. */
    private void forget(Lane lane) {
        lanes.computeIfPresent(lane, (same, queue) -> {
            inMemory.addAndGet(-queue.size());
            queue.clear();
            return queue;
        });
    }

    @Override
    public void start() {
        workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory());
        overflowed.set(true);
        running = true;
        backlog.start();
    }

    @Override
    public void stop() {
        running = false;
        backlog.stop();
        long deadline = System.nanoTime() + properties.grace().toNanos();
        while (!lanes.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        var executor = workers;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    /** Starts before the web server and stops after it: requests under way may wait for events. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
