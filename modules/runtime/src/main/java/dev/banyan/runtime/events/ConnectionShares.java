package dev.banyan.runtime.events;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * How many of the pool's connections deliveries hold at once. The pool serves whoever comes first, and many busy subscribers would keep
 * requests from it for long. Each subscriber has one connection to itself, so that another's deliveries that hang delay none of its own;
 * they share the others.
 */
final class ConnectionShares {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition returned = lock.newCondition();
    private final Map<String, Integer> held = new HashMap<>();
    private int shared;

    /** @param shared beside each subscriber's own one */
    ConnectionShares(int shared) {
        this.shared = shared;
    }

    /** Waits for one, as long as that takes, and holds it during that work. */
    <T> T with(String subscriber, Supplier<T> work) {
        take(subscriber);
        try {
            return work.get();
        } finally {
            giveBack(subscriber);
        }
    }

    private void take(String subscriber) {
        lock.lock();
        try {
            while (shared == 0 && held.getOrDefault(subscriber, 0) > 0) {
                returned.awaitUninterruptibly();
            }
            if (held.merge(subscriber, 1, Integer::sum) > 1) {
                shared--;
            }
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(String subscriber) {
        lock.lock();
        try {
            if (held.merge(subscriber, -1, Integer::sum) > 0) {
                shared++;
            }
            returned.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
