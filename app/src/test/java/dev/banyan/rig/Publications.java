package dev.banyan.rig;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the rig knows of the table of events; nothing else names its columns, but for the key and the payload. */
final class Publications {
    /** Selects what is still to be done: events, and timers that don't come back by themselves. The alias is {@code p}. */
    static final String LEFT = """
            SELECT p.position || ' ' || p.subscriber || ' ' || p.type || ' ' || coalesce(p.last_error, '') FROM runtime.publications p
             WHERE (p.due_at IS NULL OR p.type IN ('orders.cancel-order.v1', 'orders.free-checkout.v1', 'orders.ship-order.v1',
                                                   'orders.refund-order.v1', 'payments.provider-retry-due.v1', 'notifications.deliver-message.v1', 'rig.ticked.v1'))
            """;

    private Publications() {}

    /** What waits by now, keys that were poisoned left out. */
    static List<String> left(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(LEFT + " AND p.key NOT LIKE 'poison-%' ORDER BY p.position LIMIT 5")) {
            var left = new ArrayList<String>();
            while (rows.next()) {
                left.add(rows.getString(1));
            }
            return left;
        }
    }
}
