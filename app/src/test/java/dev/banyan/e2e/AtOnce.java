package dev.banyan.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs things at the same moment, each on a thread of its own. */
final class AtOnce {
    private AtOnce() {}

    /** The results in the order of {@code tasks}; the first failure is thrown. */
    static <T> List<T> run(List<? extends Callable<T>> tasks) throws Exception {
        var gate = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : tasks) {
                futures.add(threads.submit(() -> {
                    gate.await();
                    return task.call();
                }));
            }
            gate.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    static <T> List<T> repeat(int times, Callable<T> task) throws Exception {
        return run(java.util.Collections.nCopies(times, task));
    }
}
