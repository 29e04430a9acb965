package dev.banyan.runtime.events;

import dev.banyan.runtime.events.Publication.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what lanes have next, from the table, in order and ready to be delivered by this instance. */
final class LaneReader {
    /** How many rows are read at once, over all lanes. */
    private static final int PAGE = 100;

    /** Adopts no other instance's row. */
    static final long NEVER = Long.MAX_VALUE;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final UUID claim;

    LaneReader(JdbcOperations jdbc, TransactionOperations transactions, UUID claim) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claim = claim;
    }

    /**
     * What to read.
     *
     * @param adoptFrom from which position on another instance's row becomes this one's when it is the head and nobody is at work on it
     */
    record Look(Lane lane, long adoptFrom) {}

    /**
     * What was found.
     *
     * @param more whether there may be more behind it
     */
    record Found(List<Publication> publications, boolean more) {}

    private record Row(int look, Publication publication, UUID claim, boolean isReady) {}

    /** For each look, the lane's next rows up to the first that is not to be delivered here and now. */
    List<Found> read(List<Look> looks) {
        int depth = Math.max(1, PAGE / looks.size());
        var found = transactions.execute(status -> {
            var rows = rows(looks, depth);
            var lanes = new ArrayList<List<Row>>();
            looks.forEach(look -> lanes.add(new ArrayList<>()));
            rows.forEach(row -> lanes.get(row.look()).add(row));
            var results = new ArrayList<Found>();
            for (int i = 0; i < lanes.size(); i++) {
                var ours = ours(lanes.get(i), looks.get(i));
                results.add(new Found(ours, ours.size() == depth));
            }
            return results;
        });
        return found == null ? List.of() : found;
    }

    private List<Publication> ours(List<Row> lane, Look look) {
        var ready = lane.stream().takeWhile(Row::isReady).toList();
        if (ready.isEmpty()) {
            return List.of();
        }
        var head = ready.getFirst();
        var adopted = head.claim().equals(claim) || head.publication().position() < look.adoptFrom()
                ? List.<Long>of()
                : adopt(ready);
        var ours = new ArrayList<Publication>();
        for (var row : ready) {
            if (!row.claim().equals(claim)
                    && !adopted.contains(row.publication().position())) {
                break;
            }
            ours.add(row.publication());
        }
        return ours;
    }

    /** Makes other instances' rows this one's, but for those that somebody is at work on. */
    private List<Long> adopt(Collection<Row> rows) {
        var foreign = rows.stream().filter(row -> !row.claim().equals(claim)).toList();
        return jdbc.query(
                """
                UPDATE runtime.publications SET claim = ?
                 WHERE position IN (SELECT p.position FROM runtime.publications p
                                      JOIN unnest(?::bigint[], ?::uuid[]) AS seen (position, claim)
                                        ON p.position = seen.position AND p.claim = seen.claim
                                       FOR UPDATE OF p SKIP LOCKED)
                RETURNING position
                """,
                (row, number) -> row.getLong(1),
                claim,
                foreign.stream().map(row -> row.publication().position()).toArray(Long[]::new),
                foreign.stream().map(Row::claim).toArray(UUID[]::new));
    }

    private List<Row> rows(List<Look> looks, int depth) {
        return jdbc.query(
                """
                SELECT l.n, p.position, p.event_id, p.subscriber, p.publisher, p.key, p.type, p.payload, p.context, p.attempts, p.claim,
                       (extract(epoch FROM clock_timestamp() - p.published_at) * 1000000)::bigint AS micros,
                       p.parked_at IS NULL AND (p.ready_at IS NULL OR p.ready_at <= clock_timestamp()) AS is_ready,
                       lag(p.position) OVER (PARTITION BY l.n ORDER BY p.position) AS previous
                  FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS l (subscriber, publisher, key, n)
                 CROSS JOIN LATERAL (
                       SELECT * FROM runtime.publications p
                        WHERE p.subscriber = l.subscriber AND p.publisher = l.publisher AND p.key = l.key
                          AND (p.due_at IS NULL OR p.due_at <= clock_timestamp())
                        ORDER BY p.position LIMIT ?) p
                 ORDER BY l.n, p.position
                """,
                LaneReader::row,
                column(looks, Lane::subscriber),
                column(looks, Lane::publisher),
                column(looks, Lane::key),
                depth);
    }

    private static String[] column(List<Look> looks, Function<Lane, String> value) {
        return looks.stream().map(look -> value.apply(look.lane())).toArray(String[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var publication = new Publication(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                new Lane(row.getString("subscriber"), row.getString("publisher"), row.getString("key")),
                row.getString("type"),
                row.getString("payload"),
                null,
                row.getString("context"),
                row.getInt("attempts"),
                row.getObject("previous", Long.class),
                System.nanoTime() - TimeUnit.MICROSECONDS.toNanos(row.getLong("micros")));
        return new Row(
                row.getInt("n") - 1, publication, row.getObject("claim", UUID.class), row.getBoolean("is_ready"));
    }
}
