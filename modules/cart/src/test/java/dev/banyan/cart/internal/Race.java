package dev.banyan.cart.internal;

import dev.banyan.kernel.ModuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many do something at once. */
final class Race {
    private Race() {}

    /** What came of each: {@code ok} or the failure's code. Anything but a module's own failure is thrown. */
    static List<String> run(int runners, IntFunction<Runnable> work) throws Exception {
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < runners; i++) {
                var job = work.apply(i);
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return outcome(job);
                }));
            }
            start.countDown();
            return collect(outcomes);
        }
    }

    static String outcome(Runnable job) {
        try {
            job.run();
            return "ok";
        } catch (ModuleException failure) {
            return failure.code();
        }
    }

    private static List<String> collect(List<Future<String>> outcomes) throws ExecutionException, InterruptedException {
        var results = new ArrayList<String>();
        for (var outcome : outcomes) {
            results.add(outcome.get());
        }
        return results;
    }
}
