package dev.banyan.runtime.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How often a listener fails for a key, told by a test. */
public final class FaultPlan {
    private static final Map<String, AtomicInteger> FAILURES = new ConcurrentHashMap<>();

    private FaultPlan() {}

    static void fail(String listener, String key, int times) {
        FAILURES.put(listener + "/" + key, new AtomicInteger(times));
    }

    public static void check(String listener, String key) {
        var left = FAILURES.get(listener + "/" + key);
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalStateException("planned failure");
        }
    }
}
