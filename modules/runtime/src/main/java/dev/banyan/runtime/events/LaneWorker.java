package dev.banyan.runtime.events;

import dev.banyan.runtime.events.DeliveryRunner.Outcome;
import dev.banyan.runtime.events.Publication.Lane;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what one lane has, one after the other, each under a permit of its subscriber, until nothing is left. */
final class LaneWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
    private static final int TRIES = 2;

    private final Lane lane;
    private final Lanes lanes;
    private final Semaphore permits;
    private final Host host;
    private long lost = -1;
    private int losses;
    private boolean broke;

    LaneWorker(Lane lane, Lanes lanes, Semaphore permits, Host host) {
        this.lane = lane;
        this.lanes = lanes;
        this.permits = permits;
        this.host = host;
    }

    /** Where lanes are worked on. */
    interface Host {
        boolean isRunning();

        /** The lane's head in the table, if it is ready now. */
        Optional<Publication> head(Lane lane);

        Outcome deliver(Publication publication);

        /** After each turn: there may be room for more. */
        void turned(Lane lane);

        /** A retry waits in the table. */
        void retryLater();

        /** So that a database that can't be written to isn't asked without end. */
        void pauseAfterFailure();

        /** The subscriber's rows have to be read from the table. */
        void leaveToTable(String subscriber);
    }

    @Override
    public void run() {
        try {
            while (underPermit()) {
                host.turned(lane);
            }
        } catch (Throwable failure) {
            broke = true;
            if (host.isRunning()) {
                LOG.warn(
                        "Delivery to {} broke off, and goes on from the table: {}",
                        lane.subscriber(),
                        failure.toString());
            }
        }
        if (broke) {
            abandon();
        }
        host.turned(lane);
    }

    /** One turn; false when it was the last. */
    private boolean underPermit() {
        permits.acquireUninterruptibly();
        try {
            if (host.isRunning()) {
                return turn();
            }
            lanes.close(lane);
            return false;
        } finally {
            permits.release();
        }
    }

    private boolean turn() {
        var next = lanes.poll(lane);
        if (next == null && lanes.takeReadOn(lane)) {
            next = host.head(lane).filter(this::mayTry).orElse(null);
        }
        if (next != null && !settle(next, host.deliver(next))) {
            return false;
        }
        return !lanes.closeIdle(lane);
    }

    /** One second try: whatever was ahead may have gone before the head was read. */
    private boolean mayTry(Publication head) {
        return head.position() != lost || losses < TRIES;
    }

    /** False when the lane has to be abandoned. */
    private boolean settle(Publication delivered, Outcome outcome) {
        switch (outcome) {
            case COMPLETED -> {
                if (delivered.event() == null) {
                    lanes.readOn(lane);
                }
            }
            case LOST -> {
                losses = delivered.position() == lost ? losses + 1 : 1;
                lost = delivered.position();
                lanes.forget(lane);
                lanes.readOn(lane);
            }
            case FAILED -> {
                lanes.forget(lane);
                host.retryLater();
            }
            case UNSETTLED -> {
                broke = true;
                return false;
            }
        }
        return true;
    }

    /** In this order: whoever reads the table next must not find the lane at work. The permit is given back before. */
    private void abandon() {
        host.pauseAfterFailure();
        lanes.close(lane);
        host.leaveToTable(lane.subscriber());
    }
}
