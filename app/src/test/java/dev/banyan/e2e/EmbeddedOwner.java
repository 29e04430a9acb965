package dev.banyan.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The way into a running shop's embedded database, for whoever may read its data directory. */
public record EmbeddedOwner(Path dataDirectory) {
    static final String USER = "postgres";

    public Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(url() + "?stringtype=unspecified", USER, password());
    }

    String url() throws IOException {
        var port = Files.readAllLines(dataDirectory.resolve("postgresql/postmaster.pid"))
                .get(3)
                .strip();
        return "jdbc:postgresql://127.0.0.1:%s/banyan".formatted(port);
    }

    String password() throws IOException {
        return Files.readString(dataDirectory.resolve("postgresql.password")).strip();
    }

    public void execute(String sql) throws IOException, SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public Path log() {
        return dataDirectory.resolve("postgresql.log");
    }
}
