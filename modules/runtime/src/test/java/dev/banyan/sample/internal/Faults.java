package dev.banyan.sample.internal;

import java.io.EOFException;
import java.sql.SQLException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Failures as libraries report them. */
final class Faults {
    private Faults() {}

    /** What a transaction begins with when PostgreSQL has closed the pooled connection meanwhile. */
    static RuntimeException deadConnection() {
        return new CannotCreateTransactionException(
                "Could not open JDBC Connection for transaction",
                new SQLException("An I/O error occurred while sending to the backend.", "08006", new EOFException()));
    }
}
