package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.rig.Operation.Kind;
import dev.banyan.rig.Operation.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After a run without faults everything holds, and each check sees the one row that is changed behind its back. */
class CheckerIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(1);

    private static boolean ran;

    static List<Check> checks() {
        return Checker.ALL;
    }

    @ParameterizedTest
    @MethodSource("checks")
    void sees(Check check) throws Exception {
        try (var connection = RIG.surroundings().postgres().connect()) {
            ranAndHolds();
            connection.setAutoCommit(false);
            RIG.aftermath().witnessed().write(connection);
            assertThat(Checker.violations(connection, check)).isEmpty();
            assertThat(doctored(connection, Doctor.of(check)))
                    .as("rows changed for " + check)
                    .isPositive();
            assertThat(Checker.violations(connection, check))
                    .as(check.toString())
                    .isNotEmpty();
            connection.rollback();
        }
    }

    @Test
    void seesASecretInALog(@TempDir Path directory) throws Exception {
        var log = Files.writeString(directory.resolve("log"), "INFO paid with tok_approve\n");
        assertThat(Logs.secretsIn(log, List.of("tok_decline", "tok_approve"))).containsExactly("tok_approve");
    }

    /** A run in which everything happens that a check speaks of. */
    private static void ranAndHolds() throws Exception {
        if (ran) {
            return;
        }
        try (var load = RIG.load(4, 1)) {
            await("everything that a check speaks of")
                    .atMost(Duration.ofSeconds(60))
                    .until(CheckerIT::everythingHappened);
            load.stop();
        }
        RIG.aftermath().holds();
        ran = true;
    }

    private static boolean everythingHappened() {
        var journal = RIG.journal();
        return Arrays.stream(Kind.values())
                        .allMatch(kind -> journal.of(kind, Outcome.OK).count() > 2)
                && journal.replays().stream()
                                .map(Journal.Replay::same)
                                .distinct()
                                .count()
                        == 2;
    }

    private static int doctored(Connection connection, List<String> statements) throws SQLException {
        int rows = 0;
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
                rows += Math.max(0, statement.getUpdateCount());
            }
        }
        return rows;
    }
}
