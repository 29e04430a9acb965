package dev.banyan.runtime.data;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool that all modules share. Only the transaction manager gets connections from it: SQL outside a transaction would
 * run without a module's role, so it is refused here with a sentence before PostgreSQL refuses it with an error.
 */
final class ModuleDataSource extends DelegatingDataSource implements AutoCloseable {
    private final ThreadLocal<Boolean> opening = ThreadLocal.withInitial(() -> false);
    private final HikariDataSource pool;

    ModuleDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
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
        return super.getConnection();
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
