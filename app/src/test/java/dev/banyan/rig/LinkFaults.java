package dev.banyan.rig;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to the bytes of one link. */
final class LinkFaults {
    private Duration latency = Duration.ZERO;
    private final Set<Direction> blackholes = EnumSet.noneOf(Direction.class);
    private final Map<Direction, Cut> cuts = new EnumMap<>(Direction.class);
    private int generation;

    /** Every piece of data is late by this much, in both directions. */
    synchronized void latency(Duration delay) {
        latency = delay;
    }

    /** Nothing gets through that way, not even the end of a connection; it arrives after the healing. */
    synchronized void blackhole(Direction direction) {
        blackholes.add(direction);
    }

    /** Each connection is reset when it has passed on {@code bytes} from now on. */
    synchronized void cutAfter(Direction direction, long bytes) {
        cuts.put(direction, new Cut(++generation, bytes, null, 0));
    }

    /**
     * The connection on which {@code pattern} comes along for the {@code times}-th time on this link is reset before any byte of that piece is passed on; the
     * others go on.
     */
    synchronized void cutAt(Direction direction, byte[] pattern, int times) {
        cuts.put(direction, new Cut(++generation, Long.MAX_VALUE, pattern.clone(), times));
    }

    synchronized void heal() {
        latency = Duration.ZERO;
        blackholes.clear();
        cuts.clear();
        notifyAll();
    }

    /** Holds bytes back as long as they have to be. */
    void delay(Direction direction) throws InterruptedException {
        Duration wait;
        synchronized (this) {
            wait = latency;
        }
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
        synchronized (this) {
            while (blackholes.contains(direction)) {
                wait();
            }
        }
    }

    /** The cut that waits that way, if any. */
    synchronized @Nullable Cut cut(Direction direction) {
        return cuts.get(direction);
    }

    /** Whether the pattern was met often enough by now; {@code true} once. */
    synchronized boolean meet(Direction direction, Cut cut) {
        var current = cuts.get(direction);
        if (current == null || current.generation() != cut.generation()) {
            return false;
        }
        if (current.times() > 1) {
            cuts.put(direction, current.oneLess());
            return false;
        }
        cuts.remove(direction);
        return true;
    }

    /** Whether a cut at a pattern still waits for it. */
    synchronized boolean cutWaits() {
        return !cuts.isEmpty();
    }

    /**
     * Where a connection ends.
     *
     * @param generation tells cuts apart
     * @param bytes how many pass before
     * @param pattern what ends it; null for a count alone
     * @param times how often the pattern has to be met
     */
    record Cut(int generation, long bytes, byte @Nullable [] pattern, int times) {
        Cut oneLess() {
            return new Cut(generation, bytes, pattern, times - 1);
        }
    }
}
