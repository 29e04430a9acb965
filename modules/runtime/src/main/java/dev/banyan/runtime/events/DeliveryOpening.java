package dev.banyan.runtime.events;

import dev.banyan.runtime.data.TransactionOpening;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.TransactionDefinition;

/** Takes the publications of the events that are being delivered, in the round trip that opens the transaction. */
final class DeliveryOpening implements TransactionOpening {
    private final int timeout;

    /** @param longest how long the transaction of a delivery may last */
    DeliveryOpening(Duration longest) {
        this.timeout = Math.toIntExact(longest.toMillis());
    }

    @Override
    public void open(Connection connection, String module, boolean readOnly) throws SQLException {
        var delivery = Delivery.current();
        if (delivery == null || readOnly || !delivery.takenBy(module)) {
            return;
        }
        try (var statement = connection.prepareStatement("SELECT * FROM runtime.take(?, ?, ?)")) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", delivery.positions().toArray()));
            statement.setObject(2, delivery.claim());
            statement.setInt(3, timeout);
            delivery.taken(taken(statement));
        }
        if (delivery.state() == Delivery.State.LOST) {
            throw new SQLException(
                    "The publications %s are not to be delivered here and now".formatted(delivery.positions()));
        }
    }

    @Override
    public boolean joins(TransactionDefinition definition) {
        var delivery = Delivery.current();
        return delivery != null
                && definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW
                && delivery.joinedBy(definition.getName());
    }

    private static Set<Long> taken(PreparedStatement statement) throws SQLException {
        var taken = new HashSet<Long>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                taken.add(rows.getLong(1));
            }
        }
        return taken;
    }
}
