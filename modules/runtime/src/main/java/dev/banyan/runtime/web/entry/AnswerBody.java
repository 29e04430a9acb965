package dev.banyan.runtime.web.entry;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An answer's body as it arrives: the next part is read from the connection once the one before was taken. Closing it early gives the connection up. */
final class AnswerBody implements BodySubscriber<AnswerBody>, AutoCloseable {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile @Nullable Subscription connection;
    private boolean ended;

    private sealed interface Event {}

    private record Part(List<ByteBuffer> buffers) implements Event {}

    private record End(@Nullable Throwable failure) implements Event {}

    @Override
    public CompletionStage<AnswerBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        connection = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Part(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new End(failure));
    }

    @Override
    public void onComplete() {
        events.add(new End(null));
    }

    /** Whether {@link #next} has something at once. */
    boolean isReady() {
        return !events.isEmpty();
    }

    /**
     * The next part, null at the end.
     *
     * @throws IOException when the rest doesn't come, or nothing for {@code silence}
     */
    @Nullable
    List<ByteBuffer> next(Duration silence) throws IOException, InterruptedException {
        var event = events.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        return switch (event) {
            case null -> throw new HttpTimeoutException("The answer doesn't go on");
            case Part part -> {
                request();
                yield part.buffers();
            }
            case End end -> {
                ended = true;
                if (end.failure() != null) {
                    throw new IOException("The answer breaks off", end.failure());
                }
                yield null;
            }
        };
    }

    private void request() {
        var present = connection;
        if (present != null) {
            present.request(1);
        }
    }

    @Override
    public void close() {
        var present = connection;
        if (!ended && present != null) {
            present.cancel();
        }
    }
}
