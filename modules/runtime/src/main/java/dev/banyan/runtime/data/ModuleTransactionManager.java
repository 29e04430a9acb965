package dev.banyan.runtime.data;

import dev.banyan.runtime.modules.ModuleName;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Opens each transaction under the role of the module whose method opened it, taken from the transaction's name (the
 * qualified name of the {@code @Transactional} method). A transaction without a module's name runs as the runtime, which
 * reads no module's tables.
 */
final class ModuleTransactionManager extends JdbcTransactionManager {
    private final ModuleDataSource dataSource;
    private final DatabaseRoles roles;
    private final TransactionOpening opening;

    ModuleTransactionManager(ModuleDataSource dataSource, DatabaseRoles roles, TransactionOpening opening) {
        super(dataSource);
        this.dataSource = dataSource;
        this.roles = roles;
        this.opening = opening;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        dataSource.whileOpening(() -> super.doBegin(transaction, definition));
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var name = definition.getName();
        var module = name == null ? ModuleName.RUNTIME : ModuleName.ofQualified(name);
        var setRole = "SET LOCAL ROLE " + DatabaseRoles.quoted(roles.of(module));
        boolean readOnly = definition.isReadOnly();
        RoleConnection.begin(
                connection,
                setRole,
                readOnly && definition.getIsolationLevel() == TransactionDefinition.ISOLATION_DEFAULT);
        opening.open(connection, module, readOnly);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (status.isNewSynchronization()) {
            CommittedTransaction.mark();
        }
        super.doCommit(status);
    }
}
