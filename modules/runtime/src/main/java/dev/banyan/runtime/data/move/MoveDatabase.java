package dev.banyan.runtime.data.move;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.data.DatabaseProvisioning;
import dev.banyan.runtime.data.DatabaseRoles;
import dev.banyan.runtime.data.HostingInstances;
import dev.banyan.runtime.security.Sealer;
import dev.banyan.runtime.security.SecretCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One end of a move. Its connection keeps other moves of the module away until it is closed. */
final class MoveDatabase implements AutoCloseable {
    private final DatabaseOwner owner;
    private final String address;
    private final String module;
    private final Connection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private MoveDatabase(DatabaseOwner owner, String address, String module, Connection connection) {
        this.owner = owner;
        this.address = address;
        this.module = module;
        this.connection = connection;
        var source = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** @param address what people call it */
    static MoveDatabase open(DatabaseOwner owner, String address, String module) {
        try {
            return new MoveDatabase(owner, address, module, owner.connect());
        } catch (SQLException unreachable) {
            throw new MoveRefusedException(
                    "%s can't be reached as user '%s': %s.".formatted(address, owner.user(), owner.reason(unreachable)),
                    unreachable);
        }
    }

    String address() {
        return address;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Moves moves() {
        return new Moves(jdbc, module);
    }

    /** A connection of its own for the copying, in the same state at both ends. */
    Connection another() throws SQLException {
        var another = owner.connect();
        try (var statement = another.createStatement()) {
            statement.execute("SET statement_timeout TO 0; SET idle_in_transaction_session_timeout TO 0;"
                    + " SET search_path TO pg_catalog; SET timezone TO 'UTC'; SET datestyle TO 'ISO, YMD';"
                    + " SET intervalstyle TO 'postgres'; SET bytea_output TO 'hex'; SET extra_float_digits TO 1");
        }
        return another;
    }

    boolean has(String relation) {
        return jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(relation)
                .query(Boolean.class)
                .single();
    }

    /** Fails when it was set up with another secret; knows nothing of one that is still empty. */
    void requireSecret(Sealer sealer) {
        try {
            if (has("runtime.secret_check")) {
                SecretCheck.verify(sealer, connection);
            }
        } catch (StartRefusedException other) {
            throw new MoveRefusedException(
                    "%s was set up with another banyan.secret; both ends of a move need the same, because it seals some of the data."
                            .formatted(address),
                    other);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Brings the runtime's own schema up to date. */
    void prepare(Sealer sealer) {
        new DatabaseProvisioning(owner, sealer).provision(List.of());
    }

    /** Makes the module's schema as of {@code version}. */
    void prepare(Sealer sealer, String version) {
        new DatabaseProvisioning(owner, sealer, Map.of(module, version)).provision(List.of(module));
    }

    /** Keeps other moves of the module away. */
    void lock() {
        boolean locked = jdbc.sql("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")
                .param("banyan move " + module)
                .query(Boolean.class)
                .single();
        if (!locked) {
            throw new MoveRefusedException(
                    "The module '%s' is being moved from or to %s right now.".formatted(module, address));
        }
    }

    /** Has the current transaction of {@code connection} wait for one that copies the module here already. */
    static void awaitCopying(JdbcClient connection, String module) {
        connection
                .sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("banyan copying " + module)
                .query()
                .listOfRows();
    }

    void requireStopped() {
        try {
            var hosts = HostingInstances.of(connection, module);
            if (!hosts.isEmpty()) {
                throw new MoveRefusedException(
                        "The module '%s' runs on %s, in the process %s; stop that first (one that was killed counts as gone when its lease ends)."
                                .formatted(module, address, String.join(", ", hosts)));
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Runs {@code change} in one transaction, while nobody can begin to host the module. */
    void changeStopped(Runnable change) {
        transactions.executeWithoutResult(status -> {
            awaitCopying(jdbc, module);
            jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(DatabaseProvisioning.TURN)
                    .query()
                    .listOfRows();
            requireStopped();
            change.run();
        });
    }

    void change(Runnable change) {
        transactions.executeWithoutResult(status -> change.run());
    }

    /** The module's role gets its rights back at the next start that hosts it. */
    void closeSchema() {
        try {
            var role = new DatabaseRoles(connection.getCatalog(), "").of(module);
            jdbc.sql("REVOKE USAGE ON SCHEMA %s FROM %s"
                            .formatted(DatabaseRoles.quoted(module), DatabaseRoles.quoted(role)))
                    .update();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    void dropSchema() {
        jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(DatabaseRoles.quoted(module)))
                .update();
    }

    MoveRefusedException failed(SQLException failure) {
        return new MoveRefusedException("%s failed: %s.".formatted(address, owner.reason(failure)), failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }
}
