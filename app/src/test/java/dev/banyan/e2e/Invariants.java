package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What holds at all times, as queries that find violations. Run as the database's owner, across all schemas. */
final class Invariants {
    private static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

    static {
        VIOLATIONS.put(
                "stock: on hand and shipped are what staff put in",
                """
                SELECT s.sku FROM inventory.stock s
                  LEFT JOIN (SELECT sku, sum(delta) AS put_in FROM inventory.adjustments GROUP BY sku) a USING (sku)
                  LEFT JOIN (SELECT l.sku, sum(l.quantity) AS shipped FROM inventory.reservation_lines l
                               JOIN inventory.reservations r ON r.id = l.reservation_id AND r.state = 'SHIPPED' GROUP BY l.sku) o USING (sku)
                 WHERE s.on_hand + coalesce(o.shipped, 0) <> coalesce(a.put_in, 0) AND s.sku LIKE 'E2E-%'
                """);
        VIOLATIONS.put(
                "stock: reserved is the sum of active reservations",
                """
                SELECT s.sku FROM inventory.stock s
                  LEFT JOIN (SELECT l.sku, sum(l.quantity) AS held FROM inventory.reservation_lines l
                               JOIN inventory.reservations r ON r.id = l.reservation_id AND r.state IN ('HELD', 'FIRM') GROUP BY l.sku) h USING (sku)
                 WHERE s.reserved <> coalesce(h.held, 0)
                """);
        VIOLATIONS.put(
                "money: the provider's ledger is ours",
                """
                SELECT p.id FROM payments.payments p
                  LEFT JOIN sandbox.authorizations a ON a.key LIKE p.id || ':%'
                 WHERE p.captured <> coalesce(a.captured, 0) OR p.refunded <> coalesce(a.refunded, 0)
                """);
        VIOLATIONS.put(
                "money: nothing in the provider's ledger that we don't know",
                """
                SELECT a.key FROM sandbox.authorizations a
                 WHERE NOT EXISTS (SELECT FROM payments.payments p WHERE a.key LIKE p.id || ':%')
                """);
        VIOLATIONS.put(
                "money: a confirmed order is captured in full, a cancelled one holds nothing",
                """
                SELECT o.id FROM orders.orders o LEFT JOIN payments.payments p ON p.order_id = o.id
                 WHERE CASE o.status WHEN 'CANCELLED' THEN coalesce(p.captured - p.refunded, 0) <> 0
                                     WHEN 'PENDING' THEN false
                                     ELSE coalesce(p.captured, 0) <> o.total_minor END
                """);
        VIOLATIONS.put("orders: each is final", "SELECT id FROM orders.orders WHERE status = 'PENDING'");
        VIOLATIONS.put(
                "orders: only legal edges in the history",
                """
                SELECT order_id FROM (
                    SELECT order_id, string_agg(value, '>' ORDER BY entry) AS path
                      FROM orders.order_history WHERE kind = 'STATUS' GROUP BY order_id) h
                 WHERE path NOT IN ('PENDING>CONFIRMED', 'PENDING>CANCELLED', 'PENDING>CONFIRMED>CANCELLED', 'PENDING>CONFIRMED>SHIPPED')
                """);
        VIOLATIONS.put(
                "orders: a cart is at most one order",
                "SELECT cart_id FROM orders.orders WHERE status <> 'CANCELLED' GROUP BY cart_id HAVING count(*) > 1");
        VIOLATIONS.put(
                "orders: the total is prices times quantities",
                """
                SELECT o.id FROM orders.orders o JOIN orders.order_lines l ON l.order_id = o.id
                 GROUP BY o.id, o.total_minor HAVING sum(l.unit_price_minor * l.quantity) <> o.total_minor
                """);
        VIOLATIONS.put(
                "orders: confirmed ones hold their stock, cancelled ones none",
                """
                SELECT o.id FROM orders.orders o LEFT JOIN inventory.reservations r ON r.id = o.id
                 WHERE CASE o.status WHEN 'CONFIRMED' THEN r.state IS DISTINCT FROM 'FIRM'
                                     WHEN 'CANCELLED' THEN coalesce(r.state, 'RELEASED') NOT IN ('RELEASED', 'EXPIRED')
                                     ELSE false END
                """);
        VIOLATIONS.put(
                "messages: one confirmation for each confirmed order",
                """
                SELECT o.id FROM orders.orders o
                 WHERE o.status IN ('CONFIRMED', 'SHIPPED')
                   AND 1 <> (SELECT count(*) FROM notifications.message m WHERE m.order_id = o.id AND m.kind = 'order-confirmed')
                """);
        VIOLATIONS.put(
                "messages: none confirms an order that was never confirmed",
                """
                SELECT m.order_id FROM notifications.message m
                 WHERE m.kind = 'order-confirmed' AND m.status <> 'WITHDRAWN'
                   AND NOT EXISTS (SELECT FROM orders.order_history h
                                    WHERE h.order_id = m.order_id AND h.kind = 'STATUS' AND h.value = 'CONFIRMED')
                """);
        VIOLATIONS.put(
                "events: nothing waits but timers",
                "SELECT position FROM runtime.publications WHERE due_at IS NULL");
        VIOLATIONS.put(
                "secrets: none in the event table",
                "SELECT position FROM runtime.publications WHERE payload LIKE '%tok\\_%'");
    }

    private Invariants() {}

    static void check(EmbeddedOwner owner) throws IOException, SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            for (var violation : VIOLATIONS.entrySet()) {
                try (var rows = statement.executeQuery(violation.getValue())) {
                    assertThat(rows.next() ? rows.getString(1) : null).as(violation.getKey()).isNull();
                }
            }
        }
    }
}
