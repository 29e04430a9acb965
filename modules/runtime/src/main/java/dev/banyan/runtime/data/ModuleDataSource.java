package dev.banyan.runtime.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.banyan.runtime.StartRefusedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool that all modules share. Only the transaction manager gets connections from it: SQL outside a transaction would
 * run without a module's role, so it is refused here with a sentence before PostgreSQL refuses it with an error.
 */
final class ModuleDataSource extends DelegatingDataSource implements AutoCloseable {
    /** The rest is made when it is needed: a connection's password exchange is slow as long as the JVM is cold. */
    private static final int IDLE = 4;

    private final ThreadLocal<Boolean> opening = ThreadLocal.withInitial(() -> false);
    private final HikariDataSource pool;

    ModuleDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /**
     * Opens the pool of the login {@code roles} made.
     *
     * @throws StartRefusedException when the server admits the owner alone
     */
    static ModuleDataSource open(
            DatabaseOwner owner, DatabaseRoles roles, DataProperties properties, Instance instance) {
        try (var _ = DriverManager.getConnection(owner.url(), roles.login(), roles.loginPassword())) {
            return new ModuleDataSource(new HikariDataSource(config(owner, roles, properties, instance)));
        } catch (SQLException refused) {
            throw new StartRefusedException(
                    "The database at %s admits its owner '%s', but not '%s', the login for everything else: %s."
                            .formatted(owner.address(), owner.user(), roles.login(), owner.reason(refused)),
                    refused);
        }
    }

    private static HikariConfig config(
            DatabaseOwner owner, DatabaseRoles roles, DataProperties properties, Instance instance) {
        var pool = properties.pool();
        var config = new HikariConfig();
        config.setPoolName("banyan");
        config.setJdbcUrl(owner.url());
        config.setUsername(roles.login());
        config.setPassword(roles.loginPassword());
        config.setMaximumPoolSize(pool.size());
        config.setMinimumIdle(Math.min(pool.size(), IDLE));
        config.setConnectionTimeout(pool.timeout().toMillis());
        config.setAutoCommit(false);
        config.addDataSourceProperty(
                "options",
                "-c idle_in_transaction_session_timeout="
                        + properties.longestTransaction().toMillis());
        config.addDataSourceProperty("ApplicationName", instance.name());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty(
                "connectTimeout", Long.toString(pool.timeout().toSeconds()));
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(pool.silence().toSeconds()));
        return config;
    }

    /** Runs {@code begin}, which may get a connection. */
    void whileOpening(Runnable begin) {
        opening.set(true);
        try {
            begin.run();
        } finally {
            opening.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!opening.get()) {
            throw new SQLException(
                    "JDBC outside a transaction is refused: a module's SQL runs under the module's role, "
                            + "which a transaction sets. Annotate the method with @Transactional.");
        }
        return RoleConnection.of(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("Connections under another login are refused: a transaction sets the module's role");
    }

    @Override
    public void close() {
        pool.close();
    }
}
