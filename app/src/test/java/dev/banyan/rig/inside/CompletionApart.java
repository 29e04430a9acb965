package dev.banyan.rig.inside;

import dev.banyan.runtime.data.TransactionOpening;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.transaction.TransactionDefinition;

/**
 * A negative control: with the point {@code completion in the listener's transaction} skipped, a delivery is completed in a transaction of its own, before
 * its effects. What fails or crashes after that is lost, and the checker has to say so.
 */
final class CompletionApart implements TransactionOpening {
    private static final String POINT = "completion in the listener's transaction";

    private final TransactionOpening opening;

    CompletionApart(TransactionOpening opening) {
        this.opening = opening;
    }

    @Override
    public void open(Connection connection, String module, boolean readOnly) throws SQLException {
        opening.open(connection, module, readOnly);
        if (Failpoints.pass(POINT)) {
            var role = role(connection);
            connection.commit();
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL ROLE " + role);
            }
        }
    }

    private static String role(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT quote_ident(current_user)")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public boolean joins(TransactionDefinition definition) {
        return opening.joins(definition);
    }
}
