package dev.banyan.payments.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps a provider that hangs from taking more than its share: so many calls at once, each on a thread of its own with a
 * limit. A call that doesn't even end when it is interrupted keeps its place until it does.
 */
@Component
class Bulkhead implements DisposableBean {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("provider-", 0).factory());
    private final Semaphore places;

    Bulkhead(PaymentsProperties properties) {
        this.places = new Semaphore(properties.maxCalls());
    }

    /** Runs something that waits for calls. */
    void execute(Runnable work) {
        threads.execute(work);
    }

    /**
     * What {@code call} returns.
     *
     * @throws BusyException when no place got free in time
     * @throws TimeoutException when the call took longer than {@code limit}; it has been interrupted
     * @throws ExecutionException when the call failed
     */
    <T> T call(Duration limit, Callable<T> call)
            throws BusyException, TimeoutException, ExecutionException, InterruptedException {
        if (!places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BusyException();
        }
        var result = threads.submit(() -> {
            try {
                return call.call();
            } finally {
                places.release();
            }
        });
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            result.cancel(true);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    /** All places are taken. */
    static final class BusyException extends Exception {}
}
