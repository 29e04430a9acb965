package dev.banyan.runtime.events;

import dev.banyan.runtime.data.CommittedTransaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction has published: written at its end with one statement, handed to the dispatcher once it is committed. */
final class TransactionOutbox implements TransactionSynchronization, Ordered {
    private final PublicationStore store;
    private final Dispatcher dispatcher;
    private final List<PendingEvent> pending = new ArrayList<>();
    private List<WrittenPublication> publications = List.of();
    private boolean written;

    private TransactionOutbox(PublicationStore store, Dispatcher dispatcher) {
        this.store = store;
        this.dispatcher = dispatcher;
    }

    /** The current transaction's outbox; throws when there is no transaction that writes. */
    static TransactionOutbox current(Object what, PublicationStore store, Dispatcher dispatcher) {
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
        var outbox = new TransactionOutbox(store, dispatcher);
        TransactionSynchronizationManager.registerSynchronization(outbox);
        return outbox;
    }

    private static IllegalStateException committed(Object what) {
        return new IllegalStateException("%s was published in a transaction that is committed already, or is being so"
                .formatted(what.getClass().getSimpleName()));
    }

    void add(PendingEvent event) {
        pending.add(event);
    }

    /** Forgets timers scheduled earlier in this transaction. */
    boolean removeTimers(String type, String key) {
        return pending.removeIf(event -> event.due() != null
                && event.type().name().equals(type)
                && event.key().equals(key));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        if (!pending.isEmpty()) {
            publications = store.write(pending);
        }
    }

    @Override
    public void afterCommit() {
        publications.forEach(dispatcher::accept);
    }

    /** Whether the commit arrived is unknown when its answer was lost. */
    @Override
    public void afterCompletion(int status) {
        if (status != STATUS_COMMITTED && !publications.isEmpty()) {
            dispatcher.lookForAll();
        }
    }
}
