package dev.banyan.runtime.data;

import static dev.banyan.runtime.data.DatabaseRoles.quoted;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.ModuleName;
import dev.banyan.runtime.security.Sealer;
import dev.banyan.runtime.security.SecretCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Makes roles, schemas and rights, then migrates each module with a Flyway of its own. Safe to repeat, and to run in
 * several processes at once: they take turns.
 */
public final class DatabaseProvisioning {
    /** The advisory lock of whoever sets the database up, or changes what may be hosted on it. */
    public static final long TURN = 0x62616e79616eL;

    private static final int OLDEST_SERVER = 16;

    private final DatabaseOwner owner;
    private final Sealer sealer;
    private final ModuleMigrations migrations;

    /** @param sealer has to be the one that the database was set up with */
    public DatabaseProvisioning(DatabaseOwner owner, Sealer sealer) {
        this(owner, sealer, Map.of());
    }

    /**
     * The same, but some modules' schemas are to be older than they could be.
     *
     * @param versions by module, the last migration to run
     */
    public DatabaseProvisioning(DatabaseOwner owner, Sealer sealer, Map<String, String> versions) {
        this.owner = owner;
        this.sealer = sealer;
        this.migrations = new ModuleMigrations(owner, versions);
    }

    /**
     * The database's roles, once everything is in place for {@code modules}, and {@code instance} is known to host them.
     *
     * @throws StartRefusedException when one of them has moved elsewhere
     */
    DatabaseRoles host(Collection<String> modules, Instance instance, Duration lease) {
        return inTurn(connection -> {
            AbsentModules.refuse(connection, modules);
            var roles = provision(connection, modules);
            HostingInstances.announce(connection, instance, modules, lease);
            return roles;
        });
    }

    /** The database's roles, once everything is in place for {@code modules}. */
    public DatabaseRoles provision(Collection<String> modules) {
        return inTurn(connection -> provision(connection, modules));
    }

    private interface Preparation {
        DatabaseRoles prepare(Connection connection) throws SQLException;
    }

    private DatabaseRoles inTurn(Preparation preparation) {
        try (var connection = connect()) {
            requireServer(connection);
            execute(connection, "SELECT pg_advisory_lock(%d)".formatted(TURN));
            return preparation.prepare(connection);
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private DatabaseRoles provision(Connection connection, Collection<String> modules) throws SQLException {
        var schemas = new ArrayList<>(List.of(ModuleName.RUNTIME));
        schemas.addAll(modules);
        var roles = new DatabaseRoles(connection.getCatalog(), owner.secret(sealer));
        createRole(connection, roles.login(), "LOGIN NOINHERIT");
        for (var schema : schemas) {
            createSchema(connection, roles, schema);
        }
        migrations.migrate(schemas);
        SecretCheck.verify(sealer, connection);
        admitLogin(connection, roles);
        for (var schema : schemas) {
            grant(connection, roles, schema);
        }
        return roles;
    }

    private Connection connect() {
        try {
            return owner.connect();
        } catch (SQLException unreachable) {
            throw new StartRefusedException(
                    "The database at %s can't be reached as user '%s': %s."
                            .formatted(owner.address(), owner.user(), owner.reason(unreachable)),
                    unreachable);
        }
    }

    private static void requireServer(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_SERVER) {
            throw new StartRefusedException(
                    "PostgreSQL %d is too old: Banyan needs %d or newer.".formatted(version, OLDEST_SERVER));
        }
    }

    private static void admitLogin(Connection connection, DatabaseRoles roles) throws SQLException {
        execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(quoted(roles.login()), roles.loginPassword()));
        execute(connection, "REVOKE TEMPORARY ON DATABASE %s FROM PUBLIC".formatted(quoted(roles.database())));
    }

    private static void createSchema(Connection connection, DatabaseRoles roles, String schema) throws SQLException {
        var role = quoted(roles.of(schema));
        createRole(connection, roles.of(schema), "NOLOGIN");
        execute(connection, "GRANT %s TO %s WITH INHERIT FALSE, SET TRUE".formatted(role, quoted(roles.login())));
        execute(connection, "CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
    }

    private static void grant(Connection connection, DatabaseRoles roles, String schema) throws SQLException {
        var role = quoted(roles.of(schema));
        var in = quoted(schema);
        execute(connection, "GRANT USAGE ON SCHEMA %s TO %s".formatted(in, role));
        execute(connection, "GRANT USAGE ON SCHEMA %s TO %s".formatted(ModuleName.RUNTIME, role));
        execute(
                connection,
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %s TO %s".formatted(in, role));
        execute(connection, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA %s TO %s".formatted(in, role));
        execute(connection, "REVOKE ALL ON %s.%s FROM %s".formatted(in, ModuleMigrations.HISTORY, role));
    }

    private static void createRole(Connection connection, String role, String kind) throws SQLException {
        try (var exists = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            exists.setString(1, role);
            try (var found = exists.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
        }
        execute(connection, "CREATE ROLE %s %s".formatted(quoted(role), kind));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private StartRefusedException refused(SQLException failure) {
        return new StartRefusedException(
                "The database at %s can't be prepared as user '%s', who has to own it and may create roles: %s."
                        .formatted(owner.address(), owner.user(), owner.reason(failure)),
                failure);
    }
}
