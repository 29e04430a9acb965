package dev.banyan.bench;

import java.sql.SQLException;

/** Rows of {@code runtime.publications}, as many as wanted, put there by SQL. */
final class Waiting {
    private static final String ROWS = """
            INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload, parked_at)
            SELECT nextval('runtime.publication_position'), %s, gen_random_uuid(), 'load', '%s', '%s', 'key-' || n %% 1000,
                   format('{"eventId":"%%s","key":"key-%%s","sentNanos":0,"text":"as long as what an order says of itself"}',
                          gen_random_uuid(), n %% 1000),
                   %s
              FROM generate_series(1, %d) n
            """;
    private static final String DUE = "NULL";
    private static final String HEADS_PARKED = "CASE WHEN n <= 1000 THEN clock_timestamp() END";
    private static final String NEWEST = "(SELECT id FROM runtime.instances ORDER BY started_at DESC LIMIT 1)";

    private Waiting() {}

    /** Events for the first listener, to be delivered by the instance that started last, which doesn't know of them. */
    static void ofNewest(BenchDatabase database, int count) throws SQLException {
        database.execute(ROWS.formatted(NEWEST, "load.listener1", "load.loaded.v1", DUE, count));
    }

    /** Events for the first listener, left by an instance whose lease has ended. */
    static void ofOneThatIsGone(BenchDatabase database, int count) throws SQLException {
        database.execute("INSERT INTO runtime.instances (id, name, started_at, lease_until) "
                + "VALUES (gen_random_uuid(), 'gone', clock_timestamp(), clock_timestamp())");
        ofNewest(database, count);
    }

    /** Events of another subscriber, whose thousand keys wait behind a parked event each. */
    static void behindParked(BenchDatabase database, int count) throws SQLException {
        database.execute(ROWS.formatted(NEWEST, "load.stalled", "load.stalled.v1", HEADS_PARKED, count));
    }
}
