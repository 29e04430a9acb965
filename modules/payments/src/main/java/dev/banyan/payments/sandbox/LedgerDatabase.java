package dev.banyan.payments.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the ledger is kept: a schema, a login and a small pool of its own. */
final class LedgerDatabase {
    private static final long TURN = 0x73616e64626f78L;
    private static final int POOL = 8;
    private static final int IDLE = 1;

    private LedgerDatabase() {}

    /** Makes the schema where it isn't there; several processes take turns. */
    static void createSchema(Connection owner) throws SQLException {
        inTurn(owner, script());
    }

    /** Makes a login that can reach the ledger and nothing else, and returns its name. */
    static String createLogin(Connection owner, String password) throws SQLException {
        var name = owner.getCatalog() + "_sandbox";
        var role = '"' + name.replace("\"", "\"\"") + '"';
        inTurn(owner, """
                DO $do$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%s') THEN CREATE ROLE %s LOGIN; END IF;
                END $do$;
                ALTER ROLE %2$s PASSWORD '%s';
                GRANT USAGE ON SCHEMA sandbox TO %2$s;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sandbox TO %2$s;
                """.formatted(name.replace("'", "''"), role, password.replace("'", "''")));
        return name;
    }

    static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("sandbox");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(IDLE);
        config.addDataSourceProperty("ApplicationName", "sandbox");
        return new HikariDataSource(config);
    }

    private static void inTurn(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(%d)".formatted(TURN));
            try {
                statement.execute(sql);
            } finally {
                statement.execute("SELECT pg_advisory_unlock(%d)".formatted(TURN));
            }
        }
    }

    private static String script() {
        try (var in = LedgerDatabase.class.getResourceAsStream("ledger.sql")) {
            if (in == null) {
                throw new IllegalStateException("ledger.sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
