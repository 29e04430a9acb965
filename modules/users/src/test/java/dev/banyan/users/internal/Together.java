package dev.banyan.users.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Does the same on many threads at once. */
final class Together {
    private Together() {}

    static <T> List<T> run(int threads, IntFunction<T> work) throws Exception {
        var barrier = new CyclicBarrier(threads);
        var tasks = new ArrayList<Callable<T>>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            tasks.add(() -> {
                barrier.await();
                return work.apply(number);
            });
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
