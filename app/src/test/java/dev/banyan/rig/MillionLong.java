package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F18: a million events that wait for a subscriber. The others' events don't notice, and neither do instances with little memory when they take them over. */
@Tag("long")
class MillionLong {
    @RegisterExtension
    static final Rig RIG = Rig.of(2);

    private static final int PEOPLE = 4;
    private static final int MILLION = 1_000_000;
    private static final int A_FEW_ROWS = 30;
    private static final String[] LITTLE_MEMORY = {"-Xmx160m", "-XX:+ExitOnOutOfMemoryError"};
    private static final String KEY = "poison-million-70000";

    /** Ten for each key, of which the first is parked. */
    private static final String WAIT = """
            INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload, parked_at)
            SELECT nextval('runtime.publication_position'), (SELECT id FROM runtime.instances ORDER BY lease_until DESC LIMIT 1), gen_random_uuid(),
                   'rig', 'rig.tick-witness', 'rig.ticked.v1', 'poison-million-' || n / 10, '{}', CASE n % 10 WHEN 0 THEN clock_timestamp() END
              FROM generate_series(0, 999999) AS n
            """;

    private static final String TAKE = "SELECT * FROM runtime.take(ARRAY[%d], '%s', 60000)";
    private static final String PUBLISH = """
            SELECT * FROM runtime.publish(ARRAY[1], gen_random_uuid(), ARRAY[gen_random_uuid()], ARRAY['rig'], ARRAY['rig.ticked.v1'], ARRAY['%s'],
                                          ARRAY['{}'], ARRAY[NULL], ARRAY[NULL]::timestamptz[], ARRAY[1], ARRAY['rig.tick-witness'])
            """;

    @Test
    void nobodyElseWaits() throws Exception {
        RIG.surroundings().postgres().execute(WAIT);
        whoeverPublishesOrTakesReadsAFewRows();
        RIG.survives(
                PEOPLE,
                1,
                RIG.apps().stream()
                        .map(app -> new Fault("kill -9", app::kill, () -> app.start(LITTLE_MEMORY)))
                        .toList());
        RIG.survives(PEOPLE, 1000, List.of());
        assertThat(waiting()).isEqualTo(MILLION);
        whoeverPublishesOrTakesReadsAFewRows();
    }

    private static void whoeverPublishesOrTakesReadsAFewRows() throws SQLException {
        try (var connection = RIG.surroundings().postgres().connect()) {
            readsAFewRows(connection, PUBLISH.formatted(KEY));
            readsAFewRows(connection, PUBLISH.formatted("poison-new"));
            readsAFewRows(connection, take(connection, "ASC"));
            readsAFewRows(connection, take(connection, "DESC"));
        }
    }

    private static void readsAFewRows(Connection connection, String sql) throws SQLException {
        assertThat(Touched.by(connection, sql)).as(sql).satisfies(touched -> {
            assertThat(touched.scans()).isZero();
            assertThat(touched.rows()).isLessThan(A_FEW_ROWS);
        });
    }

    /** The first or the last of its key. */
    private static String take(Connection connection, String direction) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT position, claim FROM runtime.publications WHERE key = '%s' ORDER BY position %s LIMIT 1"
                                .formatted(KEY, direction))) {
            row.next();
            return TAKE.formatted(row.getLong(1), row.getString(2));
        }
    }

    private static long waiting() throws SQLException {
        try (var connection = RIG.surroundings().postgres().connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT count(*) FROM runtime.publications WHERE key LIKE 'poison-%'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
