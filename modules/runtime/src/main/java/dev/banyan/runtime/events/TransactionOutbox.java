package dev.banyan.runtime.events;

import dev.banyan.runtime.data.CommittedTransaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction has published: written at its end with one statement, handed to the dispatcher once it is committed. */
final class TransactionOutbox implements TransactionSynchronization, Ordered {
    private final PublicationStore store;
    private final Dispatcher dispatcher;
    private final DeliveryContext contexts;
    private final List<PendingPublication> pending = new ArrayList<>();
    private List<Long> positions = List.of();
    private @Nullable String context;
    private boolean written;

    private TransactionOutbox(PublicationStore store, Dispatcher dispatcher, DeliveryContext contexts) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.contexts = contexts;
    }

    /** The current transaction's outbox; throws when there is no transaction that writes. */
    static TransactionOutbox current(
            Object what, PublicationStore store, Dispatcher dispatcher, DeliveryContext contexts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "%s was published outside a transaction: an event tells of a change, and is kept with it"
                            .formatted(what.getClass().getSimpleName()));
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("%s was published in a read-only transaction"
                    .formatted(what.getClass().getSimpleName()));
        }
        if (CommittedTransaction.isCurrent()) {
            throw committed(what);
        }
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof TransactionOutbox outbox) {
                if (outbox.written) {
                    throw committed(what);
                }
                return outbox;
            }
        }
        var outbox = new TransactionOutbox(store, dispatcher, contexts);
        TransactionSynchronizationManager.registerSynchronization(outbox);
        return outbox;
    }

    private static IllegalStateException committed(Object what) {
        return new IllegalStateException("%s was published in a transaction that is committed already, or is being so"
                .formatted(what.getClass().getSimpleName()));
    }

    void add(PendingPublication publication) {
        pending.add(publication);
    }

    /** Forgets timers scheduled earlier in this transaction. */
    boolean removeTimers(String type, String key) {
        return pending.removeIf(row -> row.due() != null
                && row.type().name().equals(type)
                && row.lane().key().equals(key));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        if (!pending.isEmpty()) {
            context = contexts.capture();
            positions = store.write(pending, context);
        }
    }

    @Override
    public void afterCommit() {
        for (int i = 0; i < positions.size(); i++) {
            dispatcher.accept(pending.get(i), positions.get(i), context);
        }
    }
}
