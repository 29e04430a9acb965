package dev.banyan.rig;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F21: an empty database, a crash while it is migrated, and two instances that start on what is there. */
@Tag("long")
class MigrationIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(2);

    /** The provider's ledger is no part of the shop. */
    private static final String DROP_SCHEMAS = """
            DO $do$
            DECLARE
                s text;
            BEGIN
                FOR s IN SELECT nspname FROM pg_namespace
                          WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public', 'sandbox') LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', s);
                END LOOP;
            END $do$
            """;

    @Test
    void twoInstancesFinishWhatACrashHasLeft() throws Exception {
        RIG.apps().forEach(AppProcess::stop);
        RIG.surroundings().postgres().execute(DROP_SCHEMAS);
        RIG.app(0).launch();
        await("some schemas are there")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> schemas() >= 3);
        RIG.app(0).kill();
        RIG.apps().forEach(AppProcess::launch);
        RIG.apps().forEach(AppProcess::awaitOpen);
        RIG.restock();
        RIG.survives(4, 1, Faults.ofProcess(RIG.app(0)).subList(0, 1));
    }

    private static int schemas() throws SQLException {
        try (var connection = RIG.surroundings().postgres().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_tables WHERE tablename = 'flyway_schema_history'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
