package dev.banyan.runtime.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    private static final int PAGE = 1000;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final UUID claim;
    private final String[] elsewhere;

    /** @param elsewhere the modules whose subscribers are not this process's to deliver to */
    PublicationStore(
            JdbcOperations jdbc, TransactionOperations transactions, UUID claim, Collection<String> elsewhere) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claim = claim;
        this.elsewhere = elsewhere.toArray(String[]::new);
    }

    UUID claim() {
        return claim;
    }

    /** Writes a transaction's publications with one statement of that transaction. */
    List<WrittenPublication> write(List<PendingEvent> events) {
        ConnectionCallback<List<WrittenPublication>> action = connection -> {
            try (var statement =
                    connection.prepareStatement("SELECT * FROM runtime.publish(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                statement.setArray(1, locks(connection, events));
                statement.setObject(2, claim);
                statement.setArray(3, column(connection, "uuid", events, PendingEvent::eventId));
                statement.setArray(
                        4,
                        column(connection, "text", events, event -> event.type().publisher()));
                statement.setArray(
                        5,
                        column(connection, "text", events, event -> event.type().name()));
                statement.setArray(6, column(connection, "text", events, PendingEvent::key));
                statement.setArray(7, column(connection, "text", events, PendingEvent::payload));
                statement.setArray(8, column(connection, "text", events, PendingEvent::context));
                statement.setArray(9, column(connection, "timestamptz", events, PublicationStore::due));
                var addressed = addressed(events);
                statement.setArray(10, connection.createArrayOf("integer", ordinals(events)));
                statement.setArray(
                        11,
                        connection.createArrayOf(
                                "text",
                                addressed.stream().map(Addressed::subscriber).toArray()));
                try (var rows = statement.executeQuery()) {
                    return written(addressed, rows);
                }
            }
        };
        var written = jdbc.execute(action);
        return written == null ? List.of() : written;
    }

    /** Writes an event that nobody tries to deliver, as part of the current transaction. */
    void addParked(EventIntake.Received event, @Nullable String context, String reason) {
        jdbc.queryForList("SELECT pg_advisory_xact_lock(?)::text", PendingEvent.lock(event.publisher(), event.key()));
        for (var subscriber : event.subscribers()) {
            jdbc.update(
                    """
                    INSERT INTO runtime.publications
                        (position, claim, event_id, publisher, subscriber, type, key, payload, context, last_error, parked_at)
                    VALUES (nextval('runtime.publication_position'), ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                    """,
                    claim,
                    event.eventId(),
                    event.publisher(),
                    subscriber,
                    event.type(),
                    event.key(),
                    event.payload(),
                    context,
                    storable(reason));
        }
    }

    /** Removes the waiting timers of that type and key, as part of the current transaction. */
    boolean cancelTimer(String type, String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT runtime.cancel_timer(?, ?)", Boolean.class, type, key));
    }

    /** Completes a publication whose listener opened no transaction; not on disk yet when it returns. */
    boolean complete(long position) {
        var taken = transactions.execute(status ->
                jdbc.queryForList("SELECT runtime.take(ARRAY[?]::bigint[], ?, 0)", Long.class, position, claim));
        return taken != null && !taken.isEmpty();
    }

    /** Notes a failure and when to try again; false when the publication is no longer there or no longer ours. */
    boolean failed(long position, Duration pause, String error) {
        return updated("""
                UPDATE runtime.publications
                   SET attempts = attempts + 1, last_error = ?, ready_at = clock_timestamp() + ? * interval '1 ms'
                 WHERE position = ? AND claim = ?
                """, storable(error), pause.toMillis(), position, claim);
    }

    /** Notes a failure after which nobody tries any more; false when the publication is no longer there or no longer ours. */
    boolean park(long position, String error) {
        return updated("""
                UPDATE runtime.publications
                   SET attempts = attempts + 1, last_error = ?, ready_at = NULL, parked_at = clock_timestamp()
                 WHERE position = ? AND claim = ?
                """, storable(error), position, claim);
    }

    /**
     * Makes publications of other instances this one's own, page by page. What another transaction holds is passed over,
     * and what is for subscribers elsewhere.
     *
     * @param pageTaken told after each page that there is something to read
     * @return how many
     */
    int takeOver(Collection<UUID> from, Runnable pageTaken) {
        int taken = 0;
        long position = -1;
        while (true) {
            var page = takeOverPage(from, position);
            taken += page.size();
            if (!page.isEmpty()) {
                pageTaken.run();
            }
            if (page.size() < PAGE) {
                return taken;
            }
            position = page.stream().mapToLong(Long::longValue).max().orElseThrow();
        }
    }

    private List<Long> takeOverPage(Collection<UUID> from, long after) {
        var page = transactions.execute(
                status -> jdbc.queryForList("""
                UPDATE runtime.publications SET claim = ?
                 WHERE position IN (SELECT position FROM runtime.publications
                                     WHERE claim = ANY (?) AND position > ? AND split_part(subscriber, '.', 1) <> ALL (?)
                                     ORDER BY position LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING position
                """, Long.class, claim, from.toArray(UUID[]::new), after, elsewhere, PAGE));
        return page == null ? List.of() : page;
    }

    private boolean updated(String sql, Object... parameters) {
        return Boolean.TRUE.equals(transactions.execute(status -> jdbc.update(sql, parameters) == 1));
    }

    private static String storable(String error) {
        var text = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        return text.replace('\0', ' ');
    }

    private record Addressed(PendingEvent event, String subscriber) {}

    private static List<Addressed> addressed(List<PendingEvent> events) {
        return events.stream()
                .flatMap(event -> event.subscribers().stream().map(subscriber -> new Addressed(event, subscriber)))
                .toList();
    }

    /** For each addressed publication, which event it is, counted from 1. */
    private static Integer[] ordinals(List<PendingEvent> events) {
        var ordinals = new ArrayList<Integer>();
        for (int i = 0; i < events.size(); i++) {
            ordinals.addAll(Collections.nCopies(events.get(i).subscribers().size(), i + 1));
        }
        return ordinals.toArray(Integer[]::new);
    }

    private static List<WrittenPublication> written(List<Addressed> addressed, ResultSet rows) throws SQLException {
        var written = new ArrayList<WrittenPublication>();
        for (var row : addressed) {
            if (!rows.next()) {
                throw new SQLException("Fewer publications were written than there are");
            }
            written.add(new WrittenPublication(
                    row.event(),
                    row.subscriber(),
                    rows.getLong(1),
                    rows.getObject(2, UUID.class),
                    rows.getObject(3, Long.class),
                    rows.getLong(4)));
        }
        return written;
    }

    private static Array locks(Connection connection, List<PendingEvent> events) throws SQLException {
        var sorted = events.stream().map(PendingEvent::lock).distinct().sorted().toArray(Long[]::new);
        return connection.createArrayOf("bigint", sorted);
    }

    private static Array column(
            Connection connection,
            String type,
            List<PendingEvent> events,
            Function<PendingEvent, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(value).toArray());
    }

    private static @Nullable Object due(PendingEvent event) {
        return event.due() == null ? null : Timestamp.from(event.due());
    }
}
