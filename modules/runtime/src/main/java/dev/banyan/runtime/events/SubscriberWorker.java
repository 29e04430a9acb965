package dev.banyan.runtime.events;

import dev.banyan.runtime.events.LaneReader.Found;
import dev.banyan.runtime.events.LaneReader.Look;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on one subscriber's lanes, turn by turn, until none has anything to do. */
final class SubscriberWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriberWorker.class);

    private final String subscriber;
    private final SubscriberLanes lanes;
    private final Host host;
    private final Pace pace;

    SubscriberWorker(String subscriber, SubscriberLanes lanes, Pace pace, Host host) {
        this.subscriber = subscriber;
        this.lanes = lanes;
        this.pace = pace;
        this.host = host;
    }

    /** Where subscribers are worked for. */
    interface Host {
        boolean isRunning();

        List<Found> read(List<Look> looks);

        /** Whether it can be delivered in one transaction with others. */
        boolean isShareable(Publication publication);

        /**
         * Delivers publications of different lanes.
         *
         * @param knownHeads whether each is the head of its lane for all that this process knows
         */
        List<Outcome> deliver(List<Publication> publications, boolean knownHeads);

        /** Delivers once it may hold a connection, where it is going to. */
        List<Outcome> inTurn(Publication first, Supplier<List<Outcome>> delivery);

        /** Whether other instances may have added to any lane. */
        boolean hasOthers();

        /** After each turn: there may be room for more. */
        void turned(SubscriberLanes lanes);

        /** A retry waits in the table. */
        void retryLater();

        /** So that a database that can't be written to isn't asked without end. */
        void pauseAfterFailure();
    }

    @Override
    public void run() {
        while (true) {
            if (!host.isRunning()) {
                lanes.clear();
            }
            var turn = lanes.take(pace.share(), host::isShareable);
            if (turn.lanes().isEmpty()) {
                break;
            }
            work(turn);
            host.turned(lanes);
        }
        host.turned(lanes);
    }

    private void work(Turn turn) {
        var open = new ArrayDeque<>(turn.lanes());
        try {
            if (turn.publications().isEmpty()) {
                for (var found : host.read(turn.looks())) {
                    lanes.found(open.remove(), found);
                }
            } else {
                deliver(turn, open);
            }
        } catch (Throwable failure) {
            if (host.isRunning()) {
                LOG.warn("Delivery to {} broke off, and goes on from the table: {}", subscriber, failure.toString());
            }
        }
        if (!open.isEmpty()) {
            host.pauseAfterFailure();
            open.forEach(lanes::abandon);
        }
    }

    /** Leaves in {@code open} what can't be settled. */
    private void deliver(Turn turn, Queue<LaneWork> open) {
        var outcomes = host.inTurn(turn.publications().getFirst(), () -> timed(turn));
        for (int i = 0; i < outcomes.size(); i++) {
            var work = open.remove();
            if (outcomes.get(i) == Outcome.UNSETTLED) {
                open.add(work);
            } else {
                settle(work, turn.publications().get(i), outcomes.get(i));
            }
        }
    }

    private List<Outcome> timed(Turn turn) {
        long start = System.nanoTime();
        var outcomes = host.deliver(turn.publications(), turn.knownHeads());
        pace.took(System.nanoTime() - start, outcomes.size());
        return outcomes;
    }

    private void settle(LaneWork work, Publication publication, Outcome outcome) {
        switch (outcome) {
            case COMPLETED -> lanes.completed(work, publication, host.hasOthers());
            case LOST -> lanes.lost(work, publication);
            case FAILED -> {
                lanes.failed(work);
                host.retryLater();
            }
            case PARKED -> lanes.failed(work);
            case UNSETTLED -> throw new IllegalStateException("An unsettled delivery is left to the table");
        }
    }
}
