package dev.banyan.rig.inside;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The points of a transaction that writes: {@code tx-end} (its method has returned), {@code tx-written} (its events are written, too; nothing is
 * committed), {@code tx-committed} (nothing was handed over yet); each with the method ({@code Placement.place}), or the listener's id when the
 * transaction is a delivery's.
 */
final class TransactionPoints implements PlatformTransactionManager {
    private final PlatformTransactionManager transactions;

    TransactionPoints(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        var status = transactions.getTransaction(definition);
        if (status.isNewTransaction() && !status.isReadOnly()) {
            TransactionSynchronizationManager.registerSynchronization(new Points(name()));
        }
        return status;
    }

    @Override
    public void commit(TransactionStatus status) {
        if (status.isNewTransaction() && !status.isReadOnly() && !status.isRollbackOnly()) {
            Failpoints.pass("tx-end " + name());
        }
        transactions.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }

    private static String name() {
        var listener = ListenerPoints.current();
        if (listener != null) {
            return listener;
        }
        var qualified = TransactionSynchronizationManager.getCurrentTransactionName();
        var parts = qualified == null ? new String[] {"runtime"} : qualified.split("\\.");
        return parts.length < 2 ? parts[0] : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static final class Points implements TransactionSynchronization, Ordered {
        private final String name;
        private boolean committing;

        Points(String name) {
            this.name = name;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
        }

        @Override
        public void beforeCompletion() {
            if (committing) {
                Failpoints.pass("tx-written " + name);
            }
        }

        @Override
        public void afterCommit() {
            Failpoints.pass("tx-committed " + name);
        }
    }
}
