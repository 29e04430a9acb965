package dev.banyan.runtime.events;

import dev.banyan.runtime.events.LaneReader.Found;
import dev.banyan.runtime.events.Publication.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's lanes with work, what waits in memory for each, and how many are at work on them. What has no room is remembered as
 * overflow until the rows are read from the table. May be used by any thread.
 */
final class SubscriberLanes {
    private static final int LOOKS = 50;

    private final int bound;
    private final int concurrency;
    private final Consumer<SubscriberLanes> startWorker;
    private final Map<Lane, LaneWork> open = new HashMap<>();
    private final ArrayDeque<LaneWork> deliveries = new ArrayDeque<>();
    private final ArrayDeque<LaneWork> looks = new ArrayDeque<>();
    private int size;
    private int workers;
    private boolean overflowed;
    private boolean lookedLast;

    /**
     * @param bound how many lanes and publications at most
     * @param concurrency how many workers at most
     * @param startWorker starts one; must not block
     */
    SubscriberLanes(int bound, int concurrency, Consumer<SubscriberLanes> startWorker) {
        this.bound = bound;
        this.concurrency = concurrency;
        this.startWorker = startWorker;
    }

    /** Takes a publication into memory; false when there is no room. */
    synchronized boolean offer(Publication publication) {
        if (size >= bound) {
            return false;
        }
        var work = opened(publication.lane());
        if (work.add(publication)) {
            size++;
        }
        schedule(work);
        return true;
    }

    /** Has a lane look into the table, adopting other instances' rows from a position on; false when there is no room. */
    synchronized boolean look(Lane lane, long adoptFrom) {
        if (size >= bound && !open.containsKey(lane)) {
            return false;
        }
        var work = opened(lane);
        work.wantLook(adoptFrom);
        schedule(work);
        return true;
    }

    private LaneWork opened(Lane lane) {
        return open.computeIfAbsent(lane, absent -> {
            size++;
            return new LaneWork(absent);
        });
    }

    /** Queues a lane that nobody is at work on and that isn't queued yet. */
    private void schedule(LaneWork work) {
        if (!work.isAtWork()) {
            work.atWork(true);
            (work.size() == 0 ? looks : deliveries).add(work);
            if (workers < concurrency) {
                workers++;
                startWorker.accept(this);
            }
        }
    }

    /**
     * The next turn of a worker; without lanes there is none, and the worker has left.
     *
     * @param most how many publications at most, and of what waits no more than half: others may be idle
     * @param shareable whether a publication can be delivered together with others
     */
    synchronized Turn take(int most, Predicate<Publication> shareable) {
        boolean look = deliveries.isEmpty() || (!looks.isEmpty() && !lookedLast);
        lookedLast = look;
        var queue = look ? looks : deliveries;
        var first = queue.poll();
        if (first == null) {
            workers--;
            return Turn.looking(List.of());
        }
        var taken = new ArrayList<>(List.of(first));
        if (look) {
            while (taken.size() < LOOKS && !queue.isEmpty()) {
                taken.add(queue.remove());
            }
            return Turn.looking(taken);
        }
        int share = Math.min(most, queue.size() / 2 + 1);
        while (taken.size() < share && isShareable(first, shareable) && isShareable(queue.peek(), shareable)) {
            taken.add(queue.remove());
        }
        return Turn.delivering(taken);
    }

    private static boolean isShareable(@Nullable LaneWork work, Predicate<Publication> shareable) {
        return work != null && shareable.test(work.first());
    }

    /** Takes in what a look has found. */
    synchronized void found(LaneWork work, Found found) {
        var publications = found.publications();
        if (!publications.isEmpty() && work.mayTry(publications.getFirst())) {
            for (var publication : publications) {
                if (work.add(publication)) {
                    size++;
                }
            }
            work.more(found.more());
        }
        release(work);
    }

    /** @param lookAgain whether others may have added to the lane */
    synchronized void completed(LaneWork work, Publication publication, boolean lookAgain) {
        work.remove(publication);
        size--;
        work.completed(publication);
        if (work.size() == 0 && (lookAgain || work.mayHaveMore())) {
            work.more(false);
            work.wantLook(lookAgain ? publication.position() : LaneReader.NEVER);
        }
        release(work);
    }

    /** It was not ours or not the head: the table tells what is. */
    synchronized void lost(LaneWork work, Publication publication) {
        forget(work);
        work.lost(publication);
        work.wantLook(publication.position());
        release(work);
    }

    /** It waits for its next attempt in the table, and its lane with it. */
    synchronized void failed(LaneWork work) {
        forget(work);
        release(work);
    }

    /** Closes a lane, whatever it has to do: its rows are left to the table. */
    synchronized void abandon(LaneWork work) {
        forget(work);
        work.takeLook();
        overflowed = true;
        release(work);
    }

    private void forget(LaneWork work) {
        size -= work.size();
        work.clear();
        work.more(false);
    }

    private void release(LaneWork work) {
        work.atWork(false);
        if (work.size() > 0 || work.wantsLook()) {
            schedule(work);
        } else {
            open.remove(work.lane());
            size--;
        }
    }

    /** Forgets everything that nobody is at work on. */
    synchronized void clear() {
        deliveries.forEach(this::abandon);
        looks.forEach(this::abandon);
        deliveries.clear();
        looks.clear();
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    /** Remembers that rows are in the table alone. */
    synchronized void overflow() {
        overflowed = true;
    }

    /** Whether rows have been left to the table and there is room for some now. */
    synchronized boolean canReadMore() {
        return overflowed && hasRoom();
    }

    /** Whoever reads the subscriber's rows says so first: what is left to the table from now on is overflow again. */
    synchronized void reading() {
        overflowed = false;
    }

    synchronized boolean hasRoom() {
        return size <= bound / 2;
    }

    synchronized int size() {
        return size;
    }
}
