package dev.banyan.inventory.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The states of reservations. Each change is one conditional statement that locks the reservation's row, so that of two
 * that race the later one sees what the earlier one did. The database's clock decides what has expired. A row that an
 * {@code INSERT … ON CONFLICT} returns was inserted when its {@code xmax} is 0, else it was there.
 */
@Repository
class ReservationRepository {
    private final JdbcClient jdbc;

    ReservationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a held reservation, or starts a held one's time anew. */
    Holding hold(UUID id, Quantities wanted, Duration ttl) {
        return jdbc.sql("""
                WITH reservation AS (
                    INSERT INTO inventory.reservations AS known (id, state, expires_at, changed_at)
                    VALUES (:id, 'HELD', now() + make_interval(secs => :ttl), now())
                    ON CONFLICT (id) DO UPDATE
                       SET expires_at = CASE WHEN known.expires_at > now() THEN excluded.expires_at
                                             ELSE known.expires_at END
                    RETURNING id, xmax = 0 AS fresh,
                              coalesce(expires_at > now(), state IN ('FIRM', 'SHIPPED')) AS alive
                ), lines AS (
                    INSERT INTO inventory.reservation_lines (reservation_id, sku, quantity)
                    SELECT reservation.id, wanted.sku, wanted.quantity
                      FROM reservation, unnest(:skus::text[], :units::bigint[]) AS wanted (sku, quantity)
                     WHERE reservation.fresh
                )
                SELECT fresh, alive FROM reservation
                """)
                .param("id", id)
                .param("ttl", seconds(ttl))
                .param("skus", wanted.skus())
                .param("units", wanted.units())
                .query((row, index) -> Holding.of(row.getBoolean("fresh"), row.getBoolean("alive")))
                .single();
    }

    /** False when there is no such reservation that is or was firm, or is held and not expired. */
    boolean confirm(UUID id) {
        return jdbc.sql("""
                UPDATE inventory.reservations
                   SET state = CASE state WHEN 'HELD' THEN 'FIRM' ELSE state END, expires_at = NULL, changed_at = now()
                 WHERE id = :id AND (state IN ('FIRM', 'SHIPPED') OR expires_at > now())
                """).param("id", id).update() == 1;
    }

    /** Ends the reservation, or keeps it from being made. True when it had stock. */
    boolean release(UUID id) {
        return jdbc.sql("""
                INSERT INTO inventory.reservations AS known (id, state, changed_at)
                VALUES (:id, 'RELEASED', now())
                ON CONFLICT (id) DO UPDATE
                   SET state = 'RELEASED', expires_at = NULL, changed_at = now()
                 WHERE known.state IN ('HELD', 'FIRM')
                RETURNING xmax <> 0 AS had_stock
                """)
                .param("id", id)
                .query((row, index) -> row.getBoolean("had_stock"))
                .optional()
                .orElse(false);
    }

    /** False when it is not firm. */
    boolean ship(UUID id) {
        return jdbc.sql("""
                UPDATE inventory.reservations SET state = 'SHIPPED', changed_at = now()
                 WHERE id = :id AND state = 'FIRM'
                """).param("id", id).update() == 1;
    }

    boolean isShipped(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM inventory.reservations WHERE id = :id AND state = 'SHIPPED')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Ends at most {@code limit} held reservations whose time is over, passing by those that someone has locked. */
    List<UUID> expire(int limit) {
        return jdbc.sql("""
                WITH due AS (
                    SELECT id FROM inventory.reservations
                     WHERE state = 'HELD' AND expires_at <= now()
                     ORDER BY expires_at
                     LIMIT :limit
                       FOR UPDATE SKIP LOCKED
                )
                UPDATE inventory.reservations AS reservation
                   SET state = 'EXPIRED', expires_at = NULL, changed_at = now()
                  FROM due
                 WHERE reservation.id = due.id
                RETURNING reservation.id
                """)
                .param("limit", limit)
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Forgets at most {@code limit} that ended without shipment so long ago; returns how many. */
    int forgetEnded(Duration ago, int limit) {
        return jdbc.sql("""
                WITH ended AS (
                    SELECT id FROM inventory.reservations
                     WHERE state IN ('RELEASED', 'EXPIRED') AND changed_at < now() - make_interval(secs => :ago)
                     ORDER BY changed_at
                     LIMIT :limit
                       FOR UPDATE SKIP LOCKED
                ), lines AS (
                    DELETE FROM inventory.reservation_lines USING ended WHERE reservation_id = ended.id
                )
                DELETE FROM inventory.reservations AS reservation USING ended WHERE reservation.id = ended.id
                """).param("ago", seconds(ago)).param("limit", limit).update();
    }

    /** When the next one can expire that is not locked now: in a second at the soonest, in {@code ttl} if none is held. */
    Instant nextExpiry(Duration ttl) {
        return jdbc.sql("""
                SELECT greatest(now() + interval '1 second',
                                least(min(expires_at), now() + make_interval(secs => :ttl))) AS due
                  FROM inventory.reservations
                 WHERE state = 'HELD'
                """)
                .param("ttl", seconds(ttl))
                .query((row, index) ->
                        row.getObject("due", OffsetDateTime.class).toInstant())
                .single();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** What came of a request to hold. */
    enum Holding {
        MADE,
        KEPT,
        ENDED;

        private static Holding of(boolean fresh, boolean alive) {
            if (fresh) {
                return MADE;
            }
            return alive ? KEPT : ENDED;
        }
    }
}
