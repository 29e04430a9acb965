package dev.banyan.runtime.events;

import dev.banyan.runtime.events.LaneReader.Found;
import dev.banyan.runtime.events.LaneReader.Look;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Delivers publications, in order within a lane and side by side otherwise: each subscriber has a bounded number of virtual threads. What
 * doesn't fit into memory, fails, or comes out of order stays in the table and is read again from there: memory only makes it fast, the
 * table makes it right. Several instances may share the database: each delivers what it has claimed, and adopts what another has written
 * behind a publication of its own.
 */
final class Dispatcher implements SmartLifecycle, SubscriberWorker.Host, EventDispatch {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final UUID claim;
    private final LaneReader reader;
    private final SharedDelivery deliveries;
    private final DeliveryMeters meters;
    private final EventProperties properties;
    private final ConnectionShares connections;
    private final Desks desks;
    private final BacklogReader backlog;
    private final Heartbeat heartbeat;
    private final @Nullable Outlet outlet;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private volatile @Nullable ExecutorService workers;
    private volatile boolean running;

    Dispatcher(
            PublicationStore store,
            EventDatabase database,
            SharedDelivery deliveries,
            DeliveryMeters meters,
            EventProperties properties,
            ConnectionShares connections,
            @Nullable Outlet outlet) {
        this.claim = store.claim();
        this.reader = database.lanes();
        this.deliveries = deliveries;
        this.meters = meters;
        this.properties = properties;
        this.connections = connections;
        this.desks = new Desks(properties, this::startWorker);
        this.backlog = new BacklogReader(database.queries(), desks);
        this.heartbeat =
                new Heartbeat(database.leases(), store, properties.heartbeat(), database.clock(), this::lookForAll);
        this.outlet = outlet;
    }

    /** Hands over a publication whose transaction was committed. Never blocks; what can't be taken now is found in the table. */
    void accept(WrittenPublication written) {
        meters.published(written.subscriber());
        if (outlet != null && written.subscriber().equals(Outlet.SUBSCRIBER)) {
            leave(written, outlet);
            return;
        }
        if (!running) {
            return;
        }
        if (written.waitMillis() > 0) {
            backlog.wakeIn(written.waitMillis());
            return;
        }
        var lanes = desks.of(written.subscriber());
        boolean taken = written.claim().equals(claim)
                ? lanes.offer(written.publication(properties.loopback()))
                : lanes.look(written.lane(), written.position());
        if (!taken) {
            lanes.overflow();
            backlog.wake();
        }
    }

    private void leave(WrittenPublication written, Outlet broker) {
        if (written.claim().equals(claim)) {
            broker.wake(written.lane().publisher());
        } else {
            broker.look(written.lane().publisher(), written.position());
        }
    }

    /** Looks through the table for whatever nobody has handed over. */
    void lookForAll() {
        backlog.readAll();
        if (outlet != null) {
            outlet.wakeAll();
        }
    }

    @Override
    public List<String> subscribers() {
        return Stream.concat(
                        deliveries.subscribers().stream(), outlet == null ? Stream.of() : Stream.of(Outlet.SUBSCRIBER))
                .toList();
    }

    @Override
    public void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                backlog.wake();
            }
        });
    }

    private void startWorker(String subscriber, SubscriberLanes lanes) {
        var executor = workers;
        if (executor != null) {
            var pace = paces.computeIfAbsent(subscriber, name -> new Pace());
            executor.execute(new SubscriberWorker(subscriber, lanes, pace, this));
        }
    }

    @Override
    public List<Found> read(List<Look> looks) {
        return reader.read(looks);
    }

    @Override
    public boolean isShareable(Publication publication) {
        return deliveries.isPossible(publication);
    }

    @Override
    public List<Outcome> deliver(List<Publication> publications, boolean knownHeads) {
        var outcomes = deliveries.deliver(publications, knownHeads);
        for (int i = 0; i < outcomes.size(); i++) {
            meters.settled(publications.get(i), outcomes.get(i));
        }
        return outcomes;
    }

    /** A step holds no connection while it calls other modules, so it isn't counted. */
    @Override
    public List<Outcome> inTurn(Publication first, Supplier<List<Outcome>> delivery) {
        return isShareable(first) ? connections.with(first.lane().subscriber(), delivery) : delivery.get();
    }

    @Override
    public boolean hasOthers() {
        return heartbeat.hasOthers();
    }

    @Override
    public void turned(SubscriberLanes lanes) {
        if (lanes.canReadMore()) {
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
            pause();
        }
    }

    /** So that a database that doesn't answer isn't asked without end. */
    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    @Override
    public void start() {
        workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory());
        heartbeat.start();
        running = true;
        backlog.start();
    }

    /** Begins nothing new, waits for what is under way, then leaves the rest to other instances. */
    @Override
    public void stop() {
        running = false;
        backlog.stop();
        long deadline = System.nanoTime() + properties.grace().toNanos();
        while (!desks.areEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        var executor = workers;
        if (executor != null) {
            executor.shutdownNow();
        }
        heartbeat.stop();
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
