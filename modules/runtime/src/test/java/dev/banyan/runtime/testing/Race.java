package dev.banyan.runtime.testing;

import dev.banyan.kernel.ModuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets many do something at once, each on a thread of its own. */
public final class Race {
    private Race() {}

    /** What each task returned or threw, in their order. */
    public static <T> List<Object> together(List<? extends Callable<T>> tasks) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<Object>();
            for (var result : running) {
                results.add(result(result));
            }
            return results;
        }
    }

    /** What came of each: {@code ok} or the failure's code. Anything but a module's own failure is thrown. */
    public static List<String> run(int runners, IntFunction<Runnable> work) {
        var jobs = IntStream.range(0, runners).mapToObj(work).toList();
        return together(jobs.stream()
                        .<Callable<String>>map(job -> () -> outcome(job))
                        .toList())
                .stream()
                .map(Race::code)
                .toList();
    }

    /** {@code ok}, or the code of the module's failure. */
    public static String outcome(Runnable job) {
        try {
            job.run();
            return "ok";
        } catch (ModuleException failure) {
            return failure.code();
        }
    }

    private static String code(Object result) {
        if (result instanceof Throwable failure) {
            throw new AssertionError("A runner failed", failure);
        }
        return String.valueOf(result);
    }

    private static Object result(Future<?> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            return failure.getCause();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
