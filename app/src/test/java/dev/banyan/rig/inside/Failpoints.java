package dev.banyan.rig.inside;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Named points at which the process halts, sleeps, or leaves out what comes next. {@link dev.banyan.rig.Failpoint} lists the ones that are tested.
 * {@code -Drig.failpoint=<point>} arms one from the start.
 */
final class Failpoints {
    static final int HALTED = 86;

    private static final Map<String, Armed> ARMED = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> PASSED = new ConcurrentHashMap<>();

    static {
        var first = System.getProperty("rig.failpoint");
        if (first != null) {
            arm(first, 1, Action.HALT, 0);
        }
    }

    private Failpoints() {}

    /** What happens at a point. */
    enum Action {
        /** The process ends on the spot, as with {@code kill -9}. */
        HALT,
        SLEEP,
        /** From then on what the point stands before isn't done. */
        SKIP
    }

    private record Armed(AtomicInteger left, Action action, long millis) {}

    static void arm(String point, int hits, Action action, long millis) {
        ARMED.put(point, new Armed(new AtomicInteger(hits), action, millis));
    }

    static Map<String, Long> passed() {
        var counts = new TreeMap<String, Long>();
        PASSED.forEach((point, count) -> counts.put(point, count.sum()));
        return counts;
    }

    /** The process is at this point; true when what comes next is to be left out. */
    static boolean pass(String point) {
        PASSED.computeIfAbsent(point, first -> new LongAdder()).increment();
        var armed = ARMED.get(point);
        if (armed == null) {
            return false;
        }
        int left = armed.left().decrementAndGet();
        if (armed.action() == Action.SKIP) {
            return left <= 0;
        }
        if (left == 0) {
            stop(point, armed);
        }
        return false;
    }

    private static void stop(String point, Armed armed) {
        System.out.printf("Failpoint %s: %s%n", point, armed.action());
        System.out.flush();
        if (armed.action() == Action.HALT) {
            Runtime.getRuntime().halt(HALTED);
        }
        try {
            Thread.sleep(armed.millis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
