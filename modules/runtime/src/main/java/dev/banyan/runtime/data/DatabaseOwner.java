package dev.banyan.runtime.data;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The login that owns the database: it migrates and grants, and serves no request.
 *
 * @param embedded whether the server is the one inside this process
 */
public record DatabaseOwner(String url, String user, String password, boolean embedded) implements DatabaseInfo {
    /** The owner of a database in the embedded server, which is made when it isn't there. */
    static DatabaseOwner of(EmbeddedServer server, String database) {
        var maintenance = new DatabaseOwner(server.jdbcUrl("postgres"), server.user(), server.password(), true);
        try (var connection = maintenance.connect();
                var exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, database);
            if (!exists.executeQuery().next()) {
                create.execute("CREATE DATABASE " + DatabaseRoles.quoted(database));
            }
        } catch (SQLException failure) {
            throw new StartRefusedException("The embedded database can't be made: " + failure.getMessage(), failure);
        }
        return new DatabaseOwner(server.jdbcUrl(database), server.user(), server.password(), true);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return "DatabaseOwner[url=%s, user=%s, embedded=%s]".formatted(url, user, embedded);
    }
}
