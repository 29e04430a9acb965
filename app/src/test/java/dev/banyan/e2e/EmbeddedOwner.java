package dev.banyan.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The way into a running shop's embedded database, for whoever may read its data directory. */
public record EmbeddedOwner(Path dataDirectory) {
    public Connection connect() throws IOException, SQLException {
        var port = Files.readAllLines(dataDirectory.resolve("postgresql/postmaster.pid")).get(3).strip();
        var password = Files.readString(dataDirectory.resolve("postgresql.password")).strip();
        var url = "jdbc:postgresql://127.0.0.1:%s/banyan?stringtype=unspecified".formatted(port);
        return DriverManager.getConnection(url, "postgres", password);
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
