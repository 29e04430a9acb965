package dev.banyan.runtime.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a publication, bound to the thread that runs the listener until a transaction of the listening
 * module takes it. Calls to other modules run unbound: their transactions are not the listener's.
 */
final class Delivery {
    private static final ThreadLocal<Delivery> CURRENT = new ThreadLocal<>();

    private final long position;
    private final UUID claim;
    private final String module;
    private State state = State.BOUND;

    Delivery(long position, UUID claim, String module) {
        this.position = position;
        this.claim = claim;
        this.module = module;
    }

    static @Nullable Delivery current() {
        return CURRENT.get();
    }

    /** Unbinds the delivery of this thread, if any, until {@link #resume}. */
    static @Nullable Delivery suspend() {
        var current = CURRENT.get();
        CURRENT.remove();
        return current;
    }

    static void resume(@Nullable Delivery suspended) {
        if (suspended != null) {
            CURRENT.set(suspended);
        }
    }

    void bind() {
        CURRENT.set(this);
    }

    static void unbind() {
        CURRENT.remove();
    }

    long position() {
        return position;
    }

    UUID claim() {
        return claim;
    }

    /** Whether a transaction of {@code module} has to take the publication first. A second one is refused: its effects would not be the delivery's. */
    boolean takenBy(String transactionModule) {
        if (!module.equals(transactionModule)) {
            return false;
        }
        if (state != State.BOUND) {
            throw new IllegalStateException(
                    "A listener opens one transaction that writes: the first one already completes the event, "
                            + "so a second one's effects could be lost or doubled");
        }
        return true;
    }

    void taken(boolean ours) {
        state = ours ? State.TAKEN : State.LOST;
    }

    State state() {
        return state;
    }

    /** How far the delivery is. */
    enum State {
        /** No transaction has taken the publication yet. */
        BOUND,
        /** A transaction took it; its commit completes the delivery. */
        TAKEN,
        /** It is not ours, not the head of its key, or gone: the listener did not run. */
        LOST
    }
}
