package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.transaction.TransactionDefinition;

/** What happens first in each transaction. The delivery of an event hooks in here, so that taking the event costs no round trip of its own. */
public interface TransactionOpening {
    /** Executes {@code setRole}, together with whatever else has to be first; failing makes the transaction fail to begin. */
    void open(Connection connection, String setRole, String module, boolean readOnly) throws SQLException;

    /** Whether a method that asks for a transaction of its own gets the current one: several events are delivered in it. */
    boolean joins(TransactionDefinition definition);
}
