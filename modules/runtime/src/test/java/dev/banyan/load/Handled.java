package dev.banyan.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What listeners do, and what of it is committed. */
class Handled {
    private final JdbcClient jdbc;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private volatile Samples samples = new Samples(0, Long.MAX_VALUE);

    Handled(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void handle(int listener, Loaded event) {
        jdbc.sql("INSERT INTO load.effects (listener, key, sent) VALUES (?, ?, ?)")
                .param(listener)
                .param(event.key())
                .param(event.sentNanos())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                long now = System.nanoTime();
                last.accumulateAndGet(now, Math::max);
                samples.add(event.sentNanos(), now);
                count.incrementAndGet();
            }
        });
    }

    long count() {
        return count.get();
    }

    long lastNanos() {
        return last.get();
    }

    /** Keeps the latencies of events sent from now on, {@code most} at most. */
    void sample(int most) {
        samples = new Samples(most, System.nanoTime());
    }

    long[] sorted() {
        return samples.sorted();
    }

    private static final class Samples {
        private final long[] nanos;
        private final long from;
        private int size;

        Samples(int most, long from) {
            this.nanos = new long[most];
            this.from = from;
        }

        synchronized void add(long sent, long now) {
            if (sent >= from && size < nanos.length) {
                nanos[size++] = now - sent;
            }
        }

        synchronized long[] sorted() {
            var sorted = Arrays.copyOf(nanos, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
