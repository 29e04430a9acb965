package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.transaction.TransactionDefinition;

/** What happens first in each transaction. The delivery of events hooks in here. */
public interface TransactionOpening {
    /** Executes whatever has to be first, under the module's role; failing makes the transaction fail to begin. */
    void open(Connection connection, String module, boolean readOnly) throws SQLException;

    /** Whether a method that asks for a transaction of its own gets the current one: several events are delivered in it. */
    boolean joins(TransactionDefinition definition);
}
