package dev.banyan.runtime.events;

import dev.banyan.runtime.data.TransactionOpening;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets the module's role and, where an event is being delivered, takes its publication in the same round trip. */
final class DeliveryOpening implements TransactionOpening {
    @Override
    public void open(Connection connection, String setRole, String module, boolean readOnly) throws SQLException {
        var delivery = Delivery.current();
        if (delivery == null || readOnly || !delivery.takenBy(module)) {
            try (var statement = connection.prepareStatement(setRole)) {
                statement.execute();
            }
            return;
        }
        try (var statement = connection.prepareStatement(setRole + "; SELECT runtime.take(?, ?)")) {
            statement.setLong(1, delivery.position());
            statement.setObject(2, delivery.claim());
            statement.execute();
            delivery.taken(wasTaken(statement));
        }
        if (delivery.state() == Delivery.State.LOST) {
            throw new SQLException(
                    "The publication %d is not to be delivered here and now".formatted(delivery.position()));
        }
    }

    private static boolean wasTaken(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        try (var result = statement.getResultSet()) {
            return result.next() && result.getBoolean(1);
        }
    }
}
