package dev.banyan.runtime.data;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Marks a transaction from its commit on: what runs on its thread after that still looks as if it were part of it, and is not. */
public final class CommittedTransaction implements TransactionSynchronization {
    private CommittedTransaction() {}

    static void mark() {
        TransactionSynchronizationManager.registerSynchronization(new CommittedTransaction());
    }

    /** Whether the transaction of this thread is committed, or on the point of being so. */
    public static boolean isCurrent() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .anyMatch(CommittedTransaction.class::isInstance);
    }
}
