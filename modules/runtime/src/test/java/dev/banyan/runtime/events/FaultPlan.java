package dev.banyan.runtime.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** How often a listener fails for a key, and where it hangs, told by a test. */
public final class FaultPlan {
    private static final Map<String, AtomicInteger> FAILURES = new ConcurrentHashMap<>();

    private static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> LATCHES = new ConcurrentHashMap<>();

    private FaultPlan() {}

    static void fail(String listener, String key, int times) {
        FAILURES.put(listener + "/" + key, new AtomicInteger(times));
    }

    /** Has the listener wait for the latch whenever it gets an event of that key. */
    static CountDownLatch hang(String listener, String key) {
        var latch = new CountDownLatch(1);
        LATCHES.put(listener + "/" + key, latch);
        return latch;
    }

    /** How often the listener was called for that key, whatever came of it. */
    static int calls(String listener, String key) {
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
