package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Publication.Lane;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lanes with work, and what waits in memory for each, in order. Every subscriber has a bound of its own, so that one that
 * hangs fills nobody else's memory; who has met it is remembered as overflowed until its rows are read from the table. May be
 * used by any thread.
 */
final class Lanes {
    private final int bound;
    private final Map<Lane, Work> open = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sizes = new ConcurrentHashMap<>();
    private final Set<String> overflowed = ConcurrentHashMap.newKeySet();

    Lanes(int bound) {
        this.bound = bound;
    }

    /** What one lane has to do; touched within the map's own operations alone. */
    private static final class Work {
        private final TreeMap<Long, Publication> waiting = new TreeMap<>();
        private boolean readOn;
    }

    /** Adds a publication, {@code start}ing its lane when that isn't open; false when the subscriber has no room. */
    boolean offer(Publication publication, Consumer<Lane> start) {
        var size = size(publication.lane().subscriber());
        if (size.get() >= bound) {
            return false;
        }
        open.compute(publication.lane(), (lane, there) -> {
            var work = there == null ? new Work() : there;
            if (there == null) {
                start.accept(lane);
                size.incrementAndGet();
            }
            if (work.waiting.putIfAbsent(publication.position(), publication) == null) {
                size.incrementAndGet();
            }
            return work;
        });
        return true;
    }

    /** Has an open lane look into the table before it closes; false when it isn't open. */
    boolean readOn(Lane lane) {
        return open.computeIfPresent(lane, (same, work) -> {
                    work.readOn = true;
                    return work;
                })
                != null;
    }

    /** Whether the lane has to look into the table; asking settles it. */
    boolean takeReadOn(Lane lane) {
        var wanted = new boolean[1];
        open.computeIfPresent(lane, (same, work) -> {
            wanted[0] = work.readOn;
            work.readOn = false;
            return work;
        });
        return wanted[0];
    }

    @Nullable
    Publication poll(Lane lane) {
        var taken = new Publication[1];
        open.computeIfPresent(lane, (same, work) -> {
            var first = work.waiting.pollFirstEntry();
            if (first != null) {
                taken[0] = first.getValue();
                size(lane.subscriber()).decrementAndGet();
            }
            return work;
        });
        return taken[0];
    }

    /** What waits in memory behind a head that wasn't delivered is read from the table when its turn comes. */
    void forget(Lane lane) {
        open.computeIfPresent(lane, (same, work) -> {
            size(lane.subscriber()).addAndGet(-work.waiting.size());
            work.waiting.clear();
            return work;
        });
    }

    /** Closes the lane unless something has come in meanwhile. */
    boolean closeIdle(Lane lane) {
        return open.computeIfPresent(lane, (same, work) -> {
                    if (!work.waiting.isEmpty() || work.readOn) {
                        return work;
                    }
                    size(lane.subscriber()).decrementAndGet();
                    return null;
                })
                == null;
    }

    /** Closes the lane and forgets what waits in it. */
    void close(Lane lane) {
        open.computeIfPresent(lane, (same, work) -> {
            size(lane.subscriber()).addAndGet(-work.waiting.size() - 1);
            return null;
        });
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Remembers that rows of this subscriber are in the table alone. */
    void overflow(String subscriber) {
        overflowed.add(subscriber);
    }

    /** Whether rows of this subscriber have been left to the table and there is room for some now. */
    boolean canReadMore(String subscriber) {
        return overflowed.contains(subscriber) && hasRoom(subscriber);
    }

    /** The overflowed subscribers that have room. */
    List<String> thatCanReadMore() {
        return overflowed.stream().filter(this::hasRoom).toList();
    }

    /** Whoever reads the subscriber's rows says so first: what is left to the table from now on is overflow again. */
    void reading(String subscriber) {
        overflowed.remove(subscriber);
    }

    boolean hasRoom(String subscriber) {
        return size(subscriber).get() <= bound / 2;
    }

    /** How many lanes and waiting publications the subscriber has. */
    private AtomicInteger size(String subscriber) {
        return sizes.computeIfAbsent(subscriber, name -> new AtomicInteger());
    }
}
