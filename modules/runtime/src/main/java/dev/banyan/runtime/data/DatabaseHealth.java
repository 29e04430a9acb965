package dev.banyan.runtime.data;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Whether a transaction can be opened. Spring Boot's own indicator would take a connection without one. */
final class DatabaseHealth extends AbstractHealthIndicator {
    private final TransactionOperations transactions;
    private final JdbcOperations jdbc;

    DatabaseHealth(TransactionOperations transactions, JdbcOperations jdbc) {
        super("The database can't be reached");
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        transactions.executeWithoutResult(status -> jdbc.queryForObject("SELECT 1", Integer.class));
        health.up().withDetail("database", "PostgreSQL");
    }
}
