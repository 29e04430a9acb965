package dev.banyan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Repeats an operation on some connections at once, each waiting for its answer before it goes on. */
final class Load {
    private Load() {}

    /**
     * Runs for {@code warmUp} uncounted and then for {@code duration}.
     *
     * @param clients makes the operation of one connection
     */
    static Figures run(int connections, Duration warmUp, Duration duration, Callable<Operation> clients)
            throws Exception {
        long start = System.nanoTime() + warmUp.toNanos();
        long end = start + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Future<long[]>> results = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                var operation = clients.call();
                results.add(threads.submit(() -> repeat(operation, start, end)));
            }
            var times = new ArrayList<long[]>();
            for (var result : results) {
                times.add(result.get());
            }
            return Figures.of(times.stream().flatMapToLong(Arrays::stream).toArray(), duration);
        }
    }

    private static long[] repeat(Operation operation, long start, long end) throws Exception {
        var times = new long[1024];
        int count = 0;
        for (long before = System.nanoTime(); before < end; ) {
            operation.run();
            long after = System.nanoTime();
            if (before >= start && after <= end) {
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = after - before;
            }
            before = after;
        }
        return Arrays.copyOf(times, count);
    }

    /** What is measured; throws when its answer is wrong, which fails the benchmark. */
    interface Operation {
        void run() throws Exception;
    }

    /** Operations per second, and their time in milliseconds. */
    record Figures(double perSecond, double p50, double p99, int count) {
        static Figures of(long[] nanos, Duration duration) {
            Arrays.sort(nanos);
            return new Figures(
                    nanos.length / (duration.toNanos() / 1e9), at(nanos, 0.50), at(nanos, 0.99), nanos.length);
        }

        private static double at(long[] sorted, double quantile) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
        }
    }
}
