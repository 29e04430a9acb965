package dev.banyan.runtime.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the table {@code runtime.publications}. What belongs to a module's transaction goes through the database's functions,
 * the rest runs in transactions of the runtime.
 */
final class PublicationStore {
    private static final int LONGEST_ERROR = 500;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final UUID claim;

    PublicationStore(JdbcOperations jdbc, TransactionOperations transactions, UUID claim) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claim = claim;
    }

    UUID claim() {
        return claim;
    }

    /** Writes a transaction's publications with one statement of that transaction, and returns their positions. */
    List<Long> write(List<PendingPublication> pending, @Nullable String context) {
        return inCurrentTransaction(connection -> {
            try (var statement = connection.prepareStatement("SELECT runtime.publish(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                statement.setArray(1, locks(connection, pending));
                statement.setObject(2, claim);
                statement.setString(3, context);
                statement.setArray(4, column(connection, "uuid", pending, PendingPublication::eventId));
                statement.setArray(
                        5, column(connection, "text", pending, row -> row.lane().publisher()));
                statement.setArray(
                        6, column(connection, "text", pending, row -> row.lane().subscriber()));
                statement.setArray(
                        7, column(connection, "text", pending, row -> row.type().name()));
                statement.setArray(
                        8, column(connection, "text", pending, row -> row.lane().key()));
                statement.setArray(9, column(connection, "text", pending, PendingPublication::payload));
                statement.setArray(10, column(connection, "timestamptz", pending, PublicationStore::due));
                try (var result = statement.executeQuery()) {
                    return positions(result);
                }
            }
        });
    }

    /** Removes the waiting timers of that type and key, as part of the current transaction. */
    boolean cancelTimer(String type, String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT runtime.cancel_timer(?, ?)", Boolean.class, type, key));
    }

    /** Completes a publication whose listener opened no transaction. */
    boolean complete(long position) {
        return Boolean.TRUE.equals(transactions.execute(
                status -> jdbc.queryForObject("SELECT runtime.take(?, ?)", Boolean.class, position, claim)));
    }

    /** Notes a failure and when to try again; false when the publication is no longer there or no longer ours. */
    boolean failed(long position, Duration pause, String error) {
        var text = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        return Boolean.TRUE.equals(transactions.execute(
                status -> jdbc.update("""
                        UPDATE runtime.publications
                           SET attempts = attempts + 1, last_error = ?, ready_at = clock_timestamp() + ? * interval '1 ms'
                         WHERE position = ? AND claim = ?
                        """, text.replace('\0', ' '), pause.toMillis(), position, claim) == 1));
    }

    /** Makes everything that waits this process's own: with one process per database, whatever another one left behind. */
    int adopt() {
        var adopted = transactions.execute(
                status -> jdbc.update("UPDATE runtime.publications SET claim = ? WHERE claim <> ?", claim, claim));
        return adopted == null ? 0 : adopted;
    }

    private List<Long> inCurrentTransaction(ConnectionCallback<List<Long>> action) {
        var positions = jdbc.execute(action);
        return positions == null ? List.of() : positions;
    }

    private static Array locks(Connection connection, List<PendingPublication> pending) throws SQLException {
        var sorted = pending.stream()
                .map(PendingPublication::lock)
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        return connection.createArrayOf("bigint", sorted);
    }

    private static Array column(
            Connection connection,
            String type,
            List<PendingPublication> pending,
            Function<PendingPublication, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, pending.stream().map(value).toArray());
    }

    private static @Nullable Object due(PendingPublication row) {
        return row.due() == null ? null : Timestamp.from(row.due());
    }

    private static List<Long> positions(ResultSet result) throws SQLException {
        var positions = new ArrayList<Long>();
        while (result.next()) {
            positions.add(result.getLong(1));
        }
        return positions;
    }
}
