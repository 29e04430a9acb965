package dev.banyan.runtime.events;

import dev.banyan.runtime.events.DeliveryRunner.Outcome;
import dev.banyan.runtime.events.Publication.Lane;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers publications, in order within a lane and side by side otherwise. Each lane with work has a virtual thread; a
 * subscriber runs a bounded number of listeners at once. What doesn't fit into memory, fails, or comes out of order stays
 * in the table and is read again from there: memory only makes it fast, the table makes it right.
 */
final class Dispatcher implements SmartLifecycle, LaneWorker.Host {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PublicationQueries queries;
    private final DeliveryRunner runner;
    private final EventProperties properties;
    private final Lanes lanes;
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();
    private final BacklogReader backlog;
    private volatile @Nullable ExecutorService workers;
    private volatile boolean running;

    Dispatcher(PublicationStore store, PublicationQueries queries, DeliveryRunner runner, EventProperties properties) {
        this.queries = queries;
        this.runner = runner;
        this.properties = properties;
        this.lanes = new Lanes(properties.inMemory());
        this.backlog = new BacklogReader(store, queries, lanes, this::takeOver);
    }

    /** Hands over a publication whose transaction was committed. Never blocks; what can't be taken now is found in the table. */
    void accept(PendingPublication published, long position, @Nullable String context) {
        if (published.due() != null) {
            backlog.wake();
        } else if (running
                && !lanes.offer(published.at(position, context, !properties.loopback()), this::startWorker)) {
            leaveToTable(published.lane().subscriber());
        }
    }

    /** Hands over a row of the table; a lane at work reads it by itself. False when the subscriber has no room. */
    private boolean takeOver(Publication row) {
        return lanes.readOn(row.lane()) || lanes.offer(row, this::startWorker);
    }

    private void startWorker(Lane lane) {
        var executor = workers;
        if (executor != null) {
            var permit = permits.computeIfAbsent(lane.subscriber(), name -> new Semaphore(properties.concurrency()));
            executor.execute(new LaneWorker(lane, lanes, permit, this));
        }
    }

    @Override
    public Optional<Publication> head(Lane lane) {
        return queries.head(lane);
    }

    @Override
    public Outcome deliver(Publication publication) {
        return runner.run(publication);
    }

    @Override
    public void turned(Lane lane) {
        if (lanes.canReadMore(lane.subscriber())) {
            backlog.wake();
        }
    }

    @Override
    public void retryLater() {
        backlog.wake();
    }

    @Override
    public void pauseAfterFailure() {
        if (running) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void leaveToTable(String subscriber) {
        lanes.overflow(subscriber);
        backlog.wake();
    }

    @Override
    public void start() {
        workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory());
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
