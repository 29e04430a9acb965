package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what doesn't hold. Run as the database's owner, across all schemas, when nothing is left to do. */
final class Checker {
    static final List<Check> ALL = Stream.of(
                    StockChecks.ALL, MoneyChecks.ALL, OrderChecks.ALL, EventChecks.ALL, ClientChecks.ALL)
            .flatMap(List::stream)
            .toList();

    private static final int SHOWN = 5;

    private Checker() {}

    /** Fails, naming every violation, unless all of it holds. */
    static void check(Connection connection, Witnessed witnessed) throws SQLException {
        witnessed.write(connection);
        var violations = new ArrayList<String>();
        for (var check : ALL) {
            var found = violations(connection, check);
            if (!found.isEmpty()) {
                violations.add("%s: %d, such as %s"
                        .formatted(check, found.size(), found.subList(0, Math.min(SHOWN, found.size()))));
            }
        }
        assertThat(violations).isEmpty();
    }

    /** What violates one of them. The temporary tables have to be there. */
    static List<String> violations(Connection connection, Check check) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(check.violations())) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        }
    }
}
