package dev.banyan.runtime.data;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DelegatingTransactionDefinition;

/** Lets a method that asks for a transaction of its own take part in the current one where {@link TransactionOpening} says so. */
final class SharedTransactions implements PlatformTransactionManager {
    private final ModuleTransactionManager transactions;
    private final TransactionOpening opening;

    SharedTransactions(ModuleTransactionManager transactions, TransactionOpening opening) {
        this.transactions = transactions;
        this.opening = opening;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return transactions.getTransaction(
                definition != null && opening.joins(definition) ? new Joining(definition) : definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        transactions.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }

    private static final class Joining extends DelegatingTransactionDefinition {
        Joining(TransactionDefinition definition) {
            super(definition);
        }

        @Override
        public int getPropagationBehavior() {
            return PROPAGATION_MANDATORY;
        }
    }
}
