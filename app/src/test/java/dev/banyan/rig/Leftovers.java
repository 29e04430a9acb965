package dev.banyan.rig;

import java.sql.SQLException;
import java.util.UUID;

/** What an instance leaves that was gone before it could deliver anything: events in order for many keys, and timers that become due at one moment. */
final class Leftovers {
    /** Due when all instances have looked at the table once more. */
    private static final String LEAVE = """
            CREATE TEMP TABLE leftover AS
                SELECT gen_random_uuid() AS event_id, 'left-' || k AS key, n, NULL::timestamptz AS due
                  FROM generate_series(1, %1$d) AS k, generate_series(1, 10) AS n
                UNION ALL
                SELECT gen_random_uuid(), 'timer-' || k, 1, clock_timestamp() + interval '4 seconds' FROM generate_series(1, %1$d) AS k;
            INSERT INTO rig.keys (key, n) SELECT key, max(n) FROM leftover GROUP BY key;
            INSERT INTO rig.ticks (event_id, key, n) SELECT event_id, key, n FROM leftover;
            INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload, due_at, ready_at)
                SELECT nextval('runtime.publication_position'), '%2$s', l.event_id, 'rig', l.name, 'rig.ticked.v1', l.key,
                       json_build_object('eventId', l.event_id, 'key', l.key, 'n', l.n, 'faults', 0)::text, l.due, l.due
                  FROM (SELECT l.*, s.name FROM leftover l CROSS JOIN (VALUES ('rig.tick-witness'), ('rig.tick-step-witness')) AS s (name)
                         ORDER BY l.n, l.key) l;
            INSERT INTO runtime.instances (id, name, lease_until) VALUES ('%2$s', 'gone', clock_timestamp() - interval '1 millisecond');
            """;

    private Leftovers() {}

    /** All at once: from this moment every instance may find it. */
    static void leave(PostgresProcess postgres, int keys) throws SQLException {
        postgres.execute(LEAVE.formatted(keys, UUID.randomUUID()));
    }
}
