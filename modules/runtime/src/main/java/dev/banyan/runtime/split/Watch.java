package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.split.Child.State;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one process running: starts it in its turn, and again whenever it has ended, each time after a longer pause. */
final class Watch implements Runnable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofMinutes(1);

    private final Child child;
    private final Probe probe;
    private final Semaphore turns;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean again;

    /** @param turns limits how many start at once */
    Watch(Child child, Probe probe, Semaphore turns) {
        this.child = child;
        this.probe = probe;
        this.turns = turns;
    }

    Child child() {
        return child;
    }

    /** Done when the process has been ready for the first time; fails with {@link StartRefusedException} when it ends before that. */
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    /** Ends the process in good order; it starts again at once. */
    void restart() {
        again = true;
        child.end();
    }

    /** Ends the process for good. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        child.stop();
    }

    @Override
    public void run() {
        var pause = FIRST_PAUSE;
        try {
            while (!stopping) {
                long started = System.nanoTime();
                live();
                if (stopping) {
                    return;
                }
                if (!firstReady.isDone()) {
                    refuse(child.lastWords());
                    return;
                }
                boolean calm = System.nanoTime() - started > CALM.toNanos();
                pause = calm || again ? FIRST_PAUSE : longer(pause);
                if (!again) {
                    Thread.sleep(pause);
                }
                again = false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            refuse(String.valueOf(failure.getMessage()));
        }
    }

    private void refuse(String reason) {
        child.become(State.DEAD);
        firstReady.completeExceptionally(new StartRefusedException("The process '%s' did not start: %s (its log is %s)"
                .formatted(child.planned().name(), reason.replaceAll("\\.$", ""), child.log())));
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** None is started once {@link #stop} has been called. */
    private synchronized @Nullable Process startUnlessStopping() throws IOException {
        return stopping ? null : child.start();
    }

    /** One life, from start to end. */
    private void live() throws IOException, InterruptedException {
        turns.acquire();
        boolean starting = true;
        try {
            var process = startUnlessStopping();
            while (process != null && !process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean ready = probe.isReady(child.planned().url());
                if (ready) {
                    child.become(State.READY);
                    firstReady.complete(null);
                } else if (child.state() == State.READY) {
                    child.become(State.SILENT);
                }
                if (ready && starting) {
                    starting = false;
                    turns.release();
                }
            }
            child.become(stopping ? State.STOPPED : State.DEAD);
        } finally {
            if (starting) {
                turns.release();
            }
        }
    }
}
