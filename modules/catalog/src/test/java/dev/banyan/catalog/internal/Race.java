package dev.banyan.catalog.internal;

import dev.banyan.kernel.ModuleException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Lets many do something at once. */
final class Race {
    private Race() {}

    /** What came of each: {@code ok} or a module's code. Any other failure is thrown. */
    static List<String> run(int runners, IntConsumer work) {
        var start = new CountDownLatch(runners);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, runners)
                    .mapToObj(runner -> CompletableFuture.supplyAsync(() -> outcome(start, work, runner), threads))
                    .toList();
            return outcomes.stream().map(CompletableFuture::join).toList();
        }
    }

    private static String outcome(CountDownLatch start, IntConsumer work, int runner) {
        try {
            start.countDown();
            start.await();
            work.accept(runner);
            return "ok";
        } catch (ModuleException failure) {
            return failure.code();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
