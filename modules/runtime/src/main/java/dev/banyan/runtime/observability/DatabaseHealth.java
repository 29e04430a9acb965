package dev.banyan.runtime.observability;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whether the database answers. */
final class DatabaseHealth extends AbstractHealthIndicator {
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    DatabaseHealth(TransactionOperations transactions, JdbcClient jdbc) {
        super("The database does not answer");
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        transactions.executeWithoutResult(
                status -> jdbc.sql("SELECT 1").query(Integer.class).single());
        builder.up();
    }
}
