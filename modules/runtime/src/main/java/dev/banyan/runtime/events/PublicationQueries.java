package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Publication.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what waits in {@code runtime.publications} for this instance. A head is the first due row of its lane. */
final class PublicationQueries {
    private static final String IS_HEAD = """
            NOT EXISTS (SELECT FROM runtime.publications e
                         WHERE e.subscriber = p.subscriber AND e.publisher = p.publisher AND e.key = p.key
                           AND e.position < p.position AND (e.due_at IS NULL OR e.due_at <= clock_timestamp()))
            """;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final UUID claim;

    PublicationQueries(JdbcOperations jdbc, TransactionOperations transactions, UUID claim) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claim = claim;
    }

    /** A waiting row's lane, and whether it is its turn. */
    record Waiting(long position, Lane lane, boolean isHead) {}

    /** Whether it is its lane's turn; false also when it is gone or not ours. */
    boolean isHead(long position) {
        return query((row, number) -> row.getBoolean("is_head"), """
                SELECT %s AS is_head FROM runtime.publications p WHERE position = ? AND claim = ? AND parked_at IS NULL
                """.formatted(IS_HEAD), position, claim)
                .contains(true);
    }

    /** Timers and retries whose time has come, after a position, in order, but for those of some subscribers. */
    List<Waiting> readyAfter(long position, Collection<String> without, int limit) {
        return query(
                PublicationQueries::waiting,
                """
                SELECT position, subscriber, publisher, key, %s AS is_head FROM runtime.publications p
                 WHERE ready_at <= clock_timestamp() AND parked_at IS NULL AND claim = ? AND position > ? AND subscriber <> ALL (?)
                   AND subscriber <> 'broker'
                 ORDER BY position LIMIT ?
                """.formatted(IS_HEAD),
                claim,
                position,
                without.toArray(String[]::new),
                limit);
    }

    /**
     * The rows after a position, in order: the way through a backlog, page by page along the primary key, however old the
     * planner's statistics are. Heads are those of {@code subscriber} that were never tried, and this instance's.
     */
    List<Waiting> waitingAfter(long position, String subscriber, int limit) {
        return query(PublicationQueries::waiting, """
                SELECT position, subscriber, publisher, key,
                       ready_at IS NULL AND parked_at IS NULL AND claim = ? AND subscriber = ? AND %s AS is_head
                  FROM (SELECT * FROM runtime.publications WHERE position > ? ORDER BY position LIMIT ?) p
                 ORDER BY position
                """.formatted(IS_HEAD), claim, subscriber, position, limit);
    }

    /** Whose events were published at least so long ago and never tried. */
    List<String> subscribersWaitingFor(Duration age) {
        return query((row, number) -> row.getString("subscriber"), """
                SELECT DISTINCT subscriber FROM runtime.publications
                 WHERE ready_at IS NULL AND parked_at IS NULL AND claim = ? AND subscriber <> 'broker'
                   AND published_at <= clock_timestamp() - ? * interval '1 ms'
                """, claim, age.toMillis());
    }

    /** How long until the next timer or retry is ready; empty when none waits. */
    Optional<Duration> untilNextReady() {
        return transactions.execute(status ->
                Optional.ofNullable(jdbc.queryForObject("""
                        SELECT (extract(epoch FROM min(ready_at) - clock_timestamp()) * 1000)::bigint
                          FROM runtime.publications WHERE ready_at > clock_timestamp() AND parked_at IS NULL
                        """, Long.class)).map(Duration::ofMillis));
    }

    private <T> List<T> query(RowMapper<T> mapper, String sql, Object... parameters) {
        var rows = transactions.execute(status -> jdbc.query(sql, mapper, parameters));
        return rows == null ? List.of() : rows;
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("position"),
                new Lane(row.getString("subscriber"), row.getString("publisher"), row.getString("key")),
                row.getBoolean("is_head"));
    }
}
