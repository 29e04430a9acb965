package dev.banyan.runtime.web.entry;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way from the thread that reads it to the target's connection, a part each time the target has taken the one before. The
 * client's side is used by the request's own thread alone.
 */
final class UploadedBody implements BodyPublisher {
    private final long length;
    private final Semaphore wanted = new Semaphore(0);
    private volatile @Nullable Subscriber<? super ByteBuffer> connection;
    private volatile boolean stopped;

    /** @param length negative when it isn't known */
    UploadedBody(long length) {
        this.length = length;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        connection = subscriber;
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long parts) {
                wanted.release((int) Math.min(parts, Short.MAX_VALUE));
            }

            @Override
            public void cancel() {
                stop();
            }
        });
    }

    /** Whether a connection is there, so that something of the request was or is being sent. */
    boolean isBegun() {
        return connection != null;
    }

    /** Nothing more is wanted; whoever waits goes on. */
    void stop() {
        stopped = true;
        wanted.release();
    }

    /** Waits until the target takes a part; false when it takes none any more. */
    boolean awaitDemand() throws InterruptedException {
        wanted.acquire();
        return !stopped;
    }

    /** Sends a part, of which there has to be demand. */
    void send(byte[] bytes, int count) {
        target().onNext(ByteBuffer.wrap(Arrays.copyOf(bytes, count)));
    }

    void complete() {
        target().onComplete();
    }

    /** The rest doesn't come: the target's connection is given up. */
    void fail(Throwable failure) {
        target().onError(failure);
    }

    private Subscriber<? super ByteBuffer> target() {
        var present = connection;
        if (present == null) {
            throw new IllegalStateException("Nobody has asked for the body");
        }
        return present;
    }
}
