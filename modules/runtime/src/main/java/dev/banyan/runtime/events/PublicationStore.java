package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Publication.Lane;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The table {@code runtime.publications}. What belongs to a module's transaction goes through the database's functions,
 * the rest runs in transactions of the runtime.
 */
final class PublicationStore {
    private static final String COLUMNS =
            "position, event_id, subscriber, publisher, key, type, payload, context, attempts";
    private static final String IS_DUE = "(due_at IS NULL OR due_at <= clock_timestamp())";
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
            try (var statement = connection.prepareStatement(
                    "SELECT runtime.publish(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                statement.setArray(1, locks(connection, pending));
                statement.setObject(2, claim);
                statement.setString(3, context);
                statement.setArray(4, column(connection, "uuid", pending, PendingPublication::eventId));
                statement.setArray(5, column(connection, "text", pending, row -> row.lane().publisher()));
                statement.setArray(6, column(connection, "text", pending, row -> row.lane().subscriber()));
                statement.setArray(7, column(connection, "text", pending, row -> row.type().name()));
                statement.setArray(8, column(connection, "text", pending, row -> row.lane().key()));
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
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT runtime.cancel_timer(?, ?)", Boolean.class, type, key));
    }

    /** Completes a publication whose listener opened no transaction. */
    boolean complete(long position) {
        return Boolean.TRUE.equals(transactions.execute(status ->
                jdbc.queryForObject("SELECT runtime.take(?, ?)", Boolean.class, position, claim)));
    }

    /** Notes a failure and when to try again; false when the publication is no longer there or no longer ours. */
    boolean failed(long position, Duration pause, String error) {
        var text = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        return Boolean.TRUE.equals(transactions.execute(status -> jdbc.update(
                        """
                        UPDATE runtime.publications
                           SET attempts = attempts + 1, last_error = ?, ready_at = clock_timestamp() + ? * interval '1 ms'
                         WHERE position = ? AND claim = ?
                        """,
                        text.replace('\0', ' '),
                        pause.toMillis(),
                        position,
                        claim)
                == 1));
    }

    /** Makes everything that waits this process's own: with one process per database, whatever another one left behind. */
    int adopt() {
        var adopted = transactions.execute(
                status -> jdbc.update("UPDATE runtime.publications SET claim = ? WHERE claim <> ?", claim, claim));
        return adopted == null ? 0 : adopted;
    }

    /** The lane's head, if it is ours and ready now. */
    Optional<Publication> head(Lane lane) {
        return query(
                        """
                        SELECT %s FROM (
                            SELECT * FROM runtime.publications
                             WHERE subscriber = ? AND publisher = ? AND key = ? AND %s
                             ORDER BY position LIMIT 1) head
                         WHERE claim = ? AND (ready_at IS NULL OR ready_at <= clock_timestamp())
                        """
                                .formatted(COLUMNS, IS_DUE),
                        lane.subscriber(),
                        lane.publisher(),
                        lane.key(),
                        claim)
                .stream()
                .findFirst();
    }

    /** Timers and retries whose time has come, after a position, in order. */
    List<Publication> readyAfter(long position, int limit) {
        return query(
                """
                SELECT %s FROM runtime.publications
                 WHERE ready_at <= clock_timestamp() AND claim = ? AND position > ?
                 ORDER BY position LIMIT ?
                """
                        .formatted(COLUMNS),
                claim,
                position,
                limit);
    }

    /** What waits after a position, in order: the way through a backlog, page by page. */
    List<Publication> waitingAfter(long position, int limit) {
        return query(
                """
                SELECT %s FROM runtime.publications
                 WHERE position > ? AND claim = ? AND %s AND (ready_at IS NULL OR ready_at <= clock_timestamp())
                 ORDER BY position LIMIT ?
                """
                        .formatted(COLUMNS, IS_DUE),
                position,
                claim,
                limit);
    }

    /** How long until the next timer or retry is ready; empty when none waits. */
    Optional<Duration> untilNextReady() {
        return transactions.execute(status -> Optional.ofNullable(jdbc.queryForObject(
                        """
                        SELECT (extract(epoch FROM min(ready_at) - clock_timestamp()) * 1000)::bigint
                          FROM runtime.publications WHERE ready_at > clock_timestamp()
                        """,
                        Long.class))
                .map(Duration::ofMillis));
    }

    private List<Publication> query(String sql, Object... parameters) {
        var rows = transactions.execute(status -> jdbc.query(sql, PublicationStore::map, parameters));
        return rows == null ? List.of() : rows;
    }

    private static Publication map(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                new Lane(row.getString("subscriber"), row.getString("publisher"), row.getString("key")),
                row.getString("type"),
                row.getString("payload"),
                null,
                row.getString("context"),
                row.getInt("attempts"));
    }

    private List<Long> inCurrentTransaction(ConnectionCallback<List<Long>> action) {
        var positions = jdbc.execute(action);
        return positions == null ? List.of() : positions;
    }

    private static Array locks(Connection connection, List<PendingPublication> pending) throws SQLException {
        var sorted = pending.stream().map(PendingPublication::lock).distinct().sorted().toArray(Long[]::new);
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
