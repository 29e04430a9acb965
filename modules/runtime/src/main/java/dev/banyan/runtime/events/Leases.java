package dev.banyan.runtime.events;

import dev.banyan.runtime.data.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The instances of one database and their leases, by the database's clock. */
final class Leases {
    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final Instance instance;
    private final Duration lease;
    private final String[] modules;

    /** @param modules whose subscribers this instance delivers to */
    Leases(
            JdbcOperations jdbc,
            TransactionOperations transactions,
            Instance instance,
            Duration lease,
            Collection<String> modules) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.instance = instance;
        this.lease = lease;
        this.modules = modules.toArray(String[]::new);
    }

    /**
     * Another instance.
     *
     * @param isAlive whether its lease lasts and it has a connection to the database; without one it can do nothing
     * @param isPast whether its lease ended so long ago that no transaction of its time is left
     */
    record Other(UUID id, boolean isAlive, boolean isPast) {}

    /** What a renewal tells: the database's time, and the other instances. */
    record Beat(Instant databaseTime, List<Other> others) {}

    /** Renews this instance's lease, or begins it. */
    Beat renew() {
        var beat = transactions.execute(status -> {
            jdbc.execute("SET LOCAL synchronous_commit = off");
            jdbc.update("""
                    INSERT INTO runtime.instances AS i (id, name, lease_until, modules)
                    VALUES (?, ?, clock_timestamp() + ? * interval '1 ms', ?)
                    ON CONFLICT (id) DO UPDATE SET lease_until = EXCLUDED.lease_until
                    """, instance.id(), instance.name(), lease.toMillis(), modules);
            var others = jdbc.query(
                    """
                    WITH connected AS MATERIALIZED (
                        SELECT DISTINCT application_name AS name FROM pg_stat_activity WHERE datname = current_database())
                    SELECT id, lease_until > clock_timestamp()
                               AND (name IN (SELECT name FROM connected) OR ? NOT IN (SELECT name FROM connected)) AS is_alive,
                           lease_until < clock_timestamp() - ? * interval '1 ms' AS is_past
                      FROM runtime.instances WHERE id <> ?
                    """,
                    (row, number) -> new Other(
                            row.getObject("id", UUID.class), row.getBoolean("is_alive"), row.getBoolean("is_past")),
                    instance.name(),
                    lease.toMillis(),
                    instance.id());
            var now = jdbc.queryForObject("SELECT clock_timestamp()", OffsetDateTime.class);
            return new Beat(Objects.requireNonNull(now).toInstant(), others);
        });
        return Objects.requireNonNull(beat);
    }

    /** Ends the leases of instances that are not alive, so that nobody gives them anything to do. One that is alive after all renews its own. */
    void end(List<UUID> ids) {
        transactions.executeWithoutResult(status -> jdbc.update(
                "UPDATE runtime.instances SET lease_until = clock_timestamp() WHERE id = ANY (?) AND lease_until > clock_timestamp()",
                (Object) ids.toArray(UUID[]::new)));
    }

    /** Ends this instance's lease: others go on at once with what it leaves. */
    void release() {
        end(List.of(instance.id()));
    }

    /**
     * Instances that were forgotten and yet have left something: after a long silence they wrote before they renewed their lease, and were gone again. Reads
     * the whole table.
     */
    List<UUID> forgotten() {
        var ids = transactions.execute(status -> jdbc.queryForList("""
                SELECT DISTINCT claim FROM runtime.publications p
                 WHERE NOT EXISTS (SELECT FROM runtime.instances i WHERE i.id = p.claim)
                """, UUID.class));
        return ids == null ? List.of() : ids;
    }

    /** Forgets instances that have left nothing. */
    void forget(List<UUID> ids) {
        transactions.executeWithoutResult(status -> jdbc.update("""
                DELETE FROM runtime.instances i WHERE id = ANY (?) AND lease_until < clock_timestamp()
                   AND NOT EXISTS (SELECT FROM runtime.publications p WHERE p.claim = i.id)
                """, (Object) ids.toArray(UUID[]::new)));
    }
}
