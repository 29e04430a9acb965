package dev.banyan.runtime.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The publications that wait for the broker and are this instance's to send. */
final class OutgoingEvents {
    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final UUID claim;

    OutgoingEvents(JdbcOperations jdbc, TransactionOperations transactions, UUID claim) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claim = claim;
    }

    record Outgoing(
            long position,
            UUID eventId,
            String publisher,
            String type,
            String key,
            String payload,
            @Nullable String context,
            Instant publishedAt) {}

    /** The first ones of a publisher, in order; nothing that would overtake what another instance has. */
    List<Outgoing> next(String publisher, int limit) {
        var rows = transactions.execute(status -> jdbc.query("""
                SELECT * FROM (SELECT * FROM runtime.publications
                                WHERE subscriber = 'broker' AND publisher = ? AND claim = ? AND parked_at IS NULL
                                ORDER BY position LIMIT ?) p
                 WHERE NOT EXISTS (SELECT FROM runtime.publications e
                                    WHERE e.subscriber = 'broker' AND e.publisher = p.publisher AND e.key = p.key
                                      AND e.position < p.position AND e.claim <> p.claim)
                 ORDER BY position
                """, OutgoingEvents::outgoing, publisher, claim, limit));
        return rows == null ? List.of() : rows;
    }

    /** Deletes what was sent. What is not this instance's any more stays, and is sent once more by whose it is. */
    void sent(Collection<Long> positions) {
        transactions.executeWithoutResult(status -> {
            // A crash that takes this back has them sent once more, which changes nothing.
            jdbc.execute("SET LOCAL synchronous_commit = off");
            jdbc.update(
                    "DELETE FROM runtime.publications WHERE position = ANY (?) AND claim = ?",
                    positions.toArray(Long[]::new),
                    claim);
        });
    }

    /** Makes publications of other instances this one's, as far as they are the first of their lanes. */
    void adopt(Collection<Long> positions) {
        transactions.executeWithoutResult(status -> jdbc.update("""
                UPDATE runtime.publications SET claim = ?
                 WHERE position IN (SELECT p.position FROM runtime.publications p
                                     WHERE p.position = ANY (?)
                                       AND NOT EXISTS (SELECT FROM runtime.publications e
                                                        WHERE e.subscriber = p.subscriber AND e.publisher = p.publisher
                                                          AND e.key = p.key AND e.position < p.position)
                                       FOR UPDATE OF p SKIP LOCKED)
                """, claim, positions.toArray(Long[]::new)));
    }

    private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
        return new Outgoing(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("publisher"),
                row.getString("type"),
                row.getString("key"),
                row.getString("payload"),
                row.getString("context"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
