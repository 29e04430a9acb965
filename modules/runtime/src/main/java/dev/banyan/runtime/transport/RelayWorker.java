package dev.banyan.runtime.transport;

import dev.banyan.runtime.transport.OutgoingEvents.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one publisher's events, batch by batch, on a thread of its own. An event is deleted after the broker has confirmed it, so that it may
 * be sent twice and is never lost.
 */
final class RelayWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RelayWorker.class);
    private static final int BATCH = 1000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);
    private static final int PATIENCE_SECONDS = 5;

    private final String publisher;
    private final OutgoingEvents events;
    private final EventBroker broker;
    private final CloudEventWriter writer;
    private final BrokerStatus status;
    private final IntConsumer sent;
    private final Semaphore wakeUp = new Semaphore(1);
    private final Queue<Long> foreign = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread thread;
    private Duration pause = FIRST_PAUSE;

    /** @param sent told how many events the broker has confirmed */
    RelayWorker(
            String publisher,
            OutgoingEvents events,
            EventBroker broker,
            CloudEventWriter writer,
            BrokerStatus status,
            IntConsumer sent) {
        this.publisher = publisher;
        this.events = events;
        this.broker = broker;
        this.writer = writer;
        this.status = status;
        this.sent = sent;
    }

    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    void look(long position) {
        foreign.add(position);
        wake();
    }

    void start() {
        var started = Thread.ofVirtual().name("relay-" + publisher).unstarted(this::run);
        thread = started;
        started.start();
    }

    /** Begins nothing new; what is under way may be sent once more by another instance. */
    void stop() {
        var stopped = thread;
        thread = null;
        wakeUp.release();
        try {
            if (stopped != null) {
                stopped.join(LONGEST_GOODBYE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRunning() {
        return Thread.currentThread().equals(thread);
    }

    private void run() {
        while (isRunning()) {
            try {
                if (wakeUp.tryAcquire(LONGEST_SLEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
                while (isRunning() && relay() == BATCH) {
                    LOG.debug("More events of {} wait", publisher);
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (Throwable failure) {
                again(failure);
            }
        }
    }

    /** Sends a batch, and returns how many events it had. */
    private int relay() throws InterruptedException {
        adoptForeign();
        var batch = events.next(publisher, BATCH);
        if (!batch.isEmpty()) {
            send(batch);
        }
        return batch.size();
    }

    private void send(List<Outgoing> batch) throws InterruptedException {
        var sending = new Sending(broker, writer);
        sending.send(batch);
        while (!sending.await(PATIENCE_SECONDS, TimeUnit.SECONDS, this::isRunning)) {
            status.failing(what(), "the broker does not answer");
        }
        var confirmed = sending.confirmed();
        if (!confirmed.isEmpty()) {
            events.sent(confirmed);
            sent.accept(confirmed.size());
        }
        var failure = sending.failure();
        if (failure != null && isRunning()) {
            status.failing(what(), failure);
            broker.reset(publisher);
            sleep();
            wake();
        } else if (failure == null) {
            pause = FIRST_PAUSE;
            status.works(what());
        }
    }

    private void adoptForeign() {
        var positions = new ArrayList<Long>();
        for (var position = foreign.poll(); position != null; position = foreign.poll()) {
            positions.add(position);
        }
        if (!positions.isEmpty()) {
            events.adopt(positions);
        }
    }

    private void again(Throwable failure) {
        if (isRunning()) {
            LOG.warn("Events of {} can't be sent, trying again: {}", publisher, failure.toString());
            try {
                sleep();
            } catch (InterruptedException stopped) {
                return;
            }
            wake();
        }
    }

    private void sleep() throws InterruptedException {
        Thread.sleep(pause);
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private String what() {
        return "Sending events of " + publisher;
    }
}
