package dev.banyan.rig;

import dev.banyan.rig.Operation.Outcome;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a run amounts to.
 *
 * @param events how many deliveries the witnesses should have seen, of ticks alone
 * @param lost those that never came
 * @param doubled those that came more than once
 * @param reordered those that came after a later one of their key
 */
record Figures(
        long operations,
        long refused,
        long repeated,
        long orders,
        long events,
        long lost,
        long doubled,
        long reordered) {
    static Figures of(Journal journal, Connection connection) throws SQLException {
        return new Figures(
                journal.operations().count(),
                journal.count(Outcome.FAIL),
                journal.repeated(),
                count(connection, "orders.orders"),
                count(connection, "rig.ticks CROSS JOIN (VALUES ('plain'), ('step')) s (name)"),
                count(connection, """
                        rig.ticks t CROSS JOIN (VALUES ('plain'), ('step')) s (name)
                         WHERE NOT EXISTS (SELECT FROM rig.applied a WHERE a.event_id = t.event_id AND a.subscriber = s.name)
                        """),
                count(connection, "(SELECT FROM rig.applied GROUP BY subscriber, event_id HAVING count(*) > 1) d"),
                count(connection, """
                        (SELECT n, max(n) OVER (PARTITION BY subscriber, key ORDER BY entry) AS latest FROM rig.applied WHERE type = 'ticked') a
                         WHERE n < latest
                        """));
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
