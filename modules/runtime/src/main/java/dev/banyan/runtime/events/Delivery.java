package dev.banyan.runtime.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a publication, or several of one subscriber together, bound to the thread that runs the listener until a
 * transaction of the listening module takes it. Calls to other modules run unbound: their transactions are not the listener's.
 */
final class Delivery {
    private static final ThreadLocal<Delivery> CURRENT = new ThreadLocal<>();

    private final List<Long> positions;
    private final UUID claim;
    private final String module;
    private State state = State.BOUND;
    private Set<Long> taken = Set.of();
    private @Nullable String joining;

    Delivery(List<Long> positions, UUID claim, String module) {
        this.positions = positions;
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

    List<Long> positions() {
        return positions;
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

    /** What of it the transaction could take. */
    void taken(Set<Long> ours) {
        taken = ours;
        state = ours.isEmpty() ? State.LOST : State.TAKEN;
    }

    boolean took(long position) {
        return taken.contains(position);
    }

    /** The next transaction that this listener method asks for is the one that has taken the publications already. */
    void join(String listenerMethod) {
        joining = listenerMethod;
    }

    /** Whether {@code method} is the listener's own; true once. */
    boolean joinedBy(@Nullable String method) {
        boolean joins = joining != null && joining.equals(method);
        if (joins) {
            joining = null;
        }
        return joins;
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
