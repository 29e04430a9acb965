package dev.banyan.runtime.data;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.embedded.EmbeddedServer;
import dev.banyan.runtime.security.Sealer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The login that owns the database: it migrates and grants, and serves no request.
 *
 * @param embedded whether the server is the one inside this process
 */
public record DatabaseOwner(String url, String user, String password, boolean embedded) implements DatabaseInfo {
    /** How the shop's database is called in the embedded server. */
    public static final String EMBEDDED = "banyan";

    private static final Pattern LOGIN = Pattern.compile("[?&](user|password)=");

    /**
     * The owner that the configuration names.
     *
     * @throws StartRefusedException when the URL names a login: the driver would prefer it to any other, so that requests would be served as the owner
     */
    public static DatabaseOwner configured(String url, String user, String password) {
        if (namesLogin(url)) {
            throw new StartRefusedException("spring.datasource.url holds a user or a password; "
                    + "set spring.datasource.username and spring.datasource.password instead.");
        }
        return new DatabaseOwner(url, user, password, false);
    }

    /** Whether the URL has a login in it, which the driver would prefer to any other. */
    public static boolean namesLogin(String url) {
        return LOGIN.matcher(url).find();
    }

    /** The owner of a database in the embedded server, which is made when it isn't there. */
    public static DatabaseOwner of(EmbeddedServer server, String database) {
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

    /** What the passwords of other logins are derived from: the owner's, which each process on this database has, or without one the instance's secret. */
    String secret(Sealer sealer) {
        return password.isEmpty() ? HexFormat.of().formatHex(sealer.derive("database login")) : password;
    }

    @Override
    public String address() {
        return url.replaceFirst("\\?.*", "");
    }

    /** The first line of why the database refused, without a full stop. */
    public String reason(SQLException failure) {
        var message = withoutParameters(failure.getMessage());
        return message.lines().findFirst().orElse("unknown error").replaceAll("\\.$", "");
    }

    /** Messages of drivers and tools like to cite the URL. */
    String withoutParameters(@Nullable String message) {
        return String.valueOf(message).strip().replace(url, address());
    }

    @Override
    public String toString() {
        return "DatabaseOwner[url=%s, user=%s, embedded=%s]".formatted(address(), user, embedded);
    }
}
