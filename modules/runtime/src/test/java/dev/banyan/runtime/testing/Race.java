package dev.banyan.runtime.testing;

import dev.banyan.kernel.ModuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets many do something at once, each on a thread of its own. */
public final class Race {
    private Race() {}

    /** What each task returned or threw, in their order. */
    public static <T> List<Object> together(List<? extends Callable<T>> tasks) {
        return started(tasks).stream().map(Race::result).toList();
    }

    /** What each task returned, in their order. A failure is thrown. */
    public static <T> List<T> all(List<? extends Callable<T>> tasks) {
        return started(tasks).stream().map(Race::returned).toList();
    }

    /** What each of so many returned, in their order. A failure is thrown. */
    public static <T> List<T> all(int runners, IntFunction<T> work) {
        return all(IntStream.range(0, runners)
                .<Callable<T>>mapToObj(runner -> () -> work.apply(runner))
                .toList());
    }

    /** What came of each: {@code ok} or the failure's code. Anything but a module's own failure is thrown. */
    public static List<String> run(int runners, IntFunction<Runnable> work) {
        var jobs = IntStream.range(0, runners).mapToObj(work).toList();
        return all(runners, runner -> outcome(jobs.get(runner)));
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

    /** All at the same moment; they have ended. */
    private static <T> List<Future<T>> started(List<? extends Callable<T>> tasks) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            return running;
        }
    }

    private static <T> T returned(Future<T> ended) {
        if (ended.state() == Future.State.FAILED) {
            throw new AssertionError("A runner failed", ended.exceptionNow());
        }
        return ended.resultNow();
    }

    private static Object result(Future<?> ended) {
        return ended.state() == Future.State.FAILED ? ended.exceptionNow() : ended.resultNow();
    }
}
