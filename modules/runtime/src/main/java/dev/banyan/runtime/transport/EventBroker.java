package dev.banyan.runtime.transport;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A broker, as the transport uses it. */
public interface EventBroker {
    /** Whether what is sent without waiting keeps its order; if not, an event waits until the one before it with its key is confirmed. */
    boolean keepsOrder();

    /**
     * Sends an event. What is returned completes once the broker has it for good and every group that is known gets it, and fails when that
     * did not come about. May block, and may throw, while the broker is away.
     */
    CompletableFuture<?> send(CloudEvent event);

    /** Begins anew with a publisher's destination, after a failure. */
    void reset(String publisher);

    /**
     * Receives a publisher's events for a module, in order for each key. They are acknowledged when {@code intake} has returned, else they
     * come again. May block, and throws when the broker is away.
     */
    Receiving receive(String publisher, String module, Consumer<List<CloudEvent>> intake);

    /** Ends without waiting for anything. */
    void close();

    /** Events are being received. */
    interface Receiving extends AutoCloseable {
        /** Lets go of everything that isn't acknowledged, before anybody else gets what comes after it. Call {@link #close} then. */
        void detach();

        /** Receives no more; returns when nothing is under way. */
        @Override
        void close();
    }
}
