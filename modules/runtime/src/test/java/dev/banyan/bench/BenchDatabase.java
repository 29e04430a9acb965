package dev.banyan.bench;

import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** An empty database on the server that all candidates share, and its owner's login. */
record BenchDatabase(String url, String user, String password) {
    static BenchDatabase create(EmbeddedServer server, String name) throws SQLException {
        var maintenance = new BenchDatabase(server.jdbcUrl("postgres"), server.user(), server.password());
        maintenance.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        maintenance.execute("CREATE DATABASE " + name);
        maintenance.execute("CHECKPOINT");
        return new BenchDatabase(server.jdbcUrl(name), server.user(), server.password());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** As far as connections have told: they do when they end. */
    long commits() throws SQLException {
        return number("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
    }

    /** The options of a Spring application that uses it. */
    List<String> options() {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password);
    }
}
