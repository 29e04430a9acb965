package dev.banyan.payments.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A result that somebody waits for, but not forever: it goes either to who waits, or to {@code late}, and to one of them exactly. */
final class PatientCall<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean settled = new AtomicBoolean();
    private final Consumer<T> late;

    PatientCall(Consumer<T> late) {
        this.late = late;
    }

    void complete(T value) {
        if (settled.compareAndSet(false, true)) {
            result.complete(value);
        } else {
            late.accept(value);
        }
    }

    /** The result if it comes within {@code patience}; from then on it is the other's. */
    Optional<T> await(Duration patience) throws InterruptedException {
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return settled.compareAndSet(false, true) ? Optional.empty() : Optional.of(result.join());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
