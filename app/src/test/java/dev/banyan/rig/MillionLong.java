package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F18: a million events that wait for a subscriber; the others' events don't notice. */
class MillionLong {
    @RegisterExtension
    static final Rig RIG = Rig.of(1);

    private static final String KEY = "poison-million";

    @Test
    void nobodyElseWaits() throws Exception {
        RIG.surroundings().postgres().execute("""
                INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload, parked_at)
                SELECT nextval('runtime.publication_position'), (SELECT id FROM runtime.instances LIMIT 1), gen_random_uuid(),
                       'rig', 'rig.tick-witness', 'rig.ticked.v1', '%s-' || n / 10, '{}', CASE n %% 10 WHEN 0 THEN clock_timestamp() END
                  FROM generate_series(1, 1000000) AS n
                """.formatted(KEY));
        RIG.surroundings().postgres().execute("ANALYZE runtime.publications");
        RIG.survives(4, 1, Faults.ofProcess(RIG.app(0)).subList(0, 1));
        assertThat(waiting()).isEqualTo(1_000_000);
    }

    private static long waiting() throws SQLException {
        try (var connection = RIG.surroundings().postgres().connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM runtime.publications WHERE key LIKE 'poison-%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
