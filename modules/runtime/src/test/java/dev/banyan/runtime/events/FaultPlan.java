package dev.banyan.runtime.events;

import dev.banyan.kernel.ModuleUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** How often a listener fails for a key, and where it hangs, told by a test. */
public final class FaultPlan {
    private static final Map<String, AtomicInteger> FAILURES = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> OUTAGES = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> LATCHES = new ConcurrentHashMap<>();

    private FaultPlan() {}

    public static void fail(String listener, String key, int times) {
        FAILURES.put(listener + "/" + key, new AtomicInteger(times));
    }

    /** Has the listener fail as if another module were away. */
    public static void cutOff(String listener, String key, int times) {
        OUTAGES.put(listener + "/" + key, new AtomicInteger(times));
    }

    /** Has the listener wait for the latch whenever it gets an event of that key. */
    public static CountDownLatch hang(String listener, String key) {
        var latch = new CountDownLatch(1);
        LATCHES.put(listener + "/" + key, latch);
        return latch;
    }

    /** Lets whoever comes from now on pass; who hangs already, hangs on. */
    public static void release(String listener, String key) {
        LATCHES.remove(listener + "/" + key);
    }

    /** How often the listener was called for that key, whatever came of it. */
    public static int calls(String listener, String key) {
        var calls = CALLS.get(listener + "/" + key);
        return calls == null ? 0 : calls.get();
    }

    public static void check(String listener, String key) {
        CALLS.computeIfAbsent(listener + "/" + key, first -> new AtomicInteger())
                .incrementAndGet();
        var latch = LATCHES.get(listener + "/" + key);
        if (latch != null) {
            awaitQuietly(latch);
        }
        var away = OUTAGES.get(listener + "/" + key);
        if (away != null && away.getAndDecrement() > 0) {
            throw new ModuleUnavailableException("gamma", Duration.ofSeconds(1));
        }
        var left = FAILURES.get(listener + "/" + key);
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalStateException("planned failure");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
