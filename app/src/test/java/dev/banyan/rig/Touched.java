package dev.banyan.rig;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a statement read of the table of events; unlike its time it doesn't depend on the machine.
 *
 * @param scans how often the whole table was read
 * @param rows how many rows were read, by whatever way
 */
record Touched(long scans, long rows) {
    /** Runs it and takes back what it did. */
    static Touched by(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            var before = read(connection);
            statement.execute(sql);
            return read(connection).since(before);
        } finally {
            connection.rollback();
        }
    }

    private Touched since(Touched before) {
        return new Touched(scans - before.scans, rows - before.rows);
    }

    private static Touched read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT seq_scan, seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables
                         WHERE schemaname = 'runtime' AND relname = 'publications'
                        """)) {
            row.next();
            return new Touched(row.getLong(1), row.getLong(2));
        }
    }
}
