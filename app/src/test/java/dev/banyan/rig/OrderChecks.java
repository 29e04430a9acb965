package dev.banyan.rig;

import java.util.List;

/** I4, I5 and I10: orders by themselves, and the mail about them. */
final class OrderChecks {
    static final List<Check> ALL = List.of(
            new Check("I4", "each order is final", """
                    SELECT id::text FROM orders.orders WHERE status = 'PENDING' OR intent IS NOT NULL AND status = 'CONFIRMED'
                    """),
            new Check("I4", "each refund is decided", """
                    SELECT id::text FROM orders.refunds WHERE status = 'PENDING'
                    """),
            new Check("I4", "only legal edges in the history", """
                    SELECT order_id::text FROM (
                        SELECT order_id, string_agg(value, '>' ORDER BY entry) AS path
                          FROM orders.order_history WHERE kind = 'STATUS' GROUP BY order_id) h
                     WHERE path NOT IN ('PENDING>CONFIRMED', 'PENDING>CANCELLED', 'PENDING>CONFIRMED>CANCELLED', 'PENDING>CONFIRMED>SHIPPED')
                    """),
            new Check("I4", "the history ends where the order is", """
                    SELECT o.id::text FROM orders.orders o
                     WHERE o.status IS DISTINCT FROM (SELECT h.value FROM orders.order_history h
                                                       WHERE h.order_id = o.id AND h.kind = 'STATUS' ORDER BY h.entry DESC LIMIT 1)
                    """),
            new Check("I5", "one confirmation for each confirmed order", """
                    SELECT o.id::text FROM orders.orders o
                     WHERE o.status IN ('CONFIRMED', 'SHIPPED')
                       AND 1 <> (SELECT count(DISTINCT w.message_id) FROM mails w JOIN notifications.message m ON m.id = w.message_id
                                  WHERE m.order_id = o.id AND m.kind = 'order-confirmed')
                    """),
            new Check("I5", "none for an order that was never confirmed", """
                    SELECT m.order_id::text FROM mails w JOIN notifications.message m ON m.id = w.message_id
                     WHERE m.kind = 'order-confirmed'
                       AND NOT EXISTS (SELECT FROM orders.order_history h
                                        WHERE h.order_id = m.order_id AND h.kind = 'STATUS' AND h.value = 'CONFIRMED')
                    """),
            new Check("I5", "no mail that the shop doesn't know of", """
                    SELECT w.message_id::text FROM mails w
                     WHERE NOT EXISTS (SELECT FROM notifications.message m WHERE m.id = w.message_id)
                    """),
            new Check("I5", "what is noted as sent was taken by the mail server", """
                    SELECT m.id::text FROM notifications.message m
                     WHERE m.status = 'SENT' AND NOT EXISTS (SELECT FROM mails w WHERE w.message_id = m.id)
                    """),
            new Check("I9", "a cart is at most one order", """
                    SELECT cart_id::text FROM orders.orders WHERE status <> 'CANCELLED' GROUP BY cart_id HAVING count(*) > 1
                    """),
            new Check("I10", "the total is prices times quantities", """
                    SELECT o.id::text FROM orders.orders o JOIN orders.order_lines l ON l.order_id = o.id
                     GROUP BY o.id, o.total_minor HAVING sum(l.unit_price_minor * l.quantity) <> o.total_minor
                    """),
            new Check("I10", "the prices are the catalogue's", """
                    SELECT l.order_id || ' ' || l.sku FROM orders.order_lines l JOIN orders.orders o ON o.id = l.order_id
                     WHERE NOT EXISTS (SELECT FROM catalog.price p
                                        WHERE p.sku = l.sku AND p.currency = o.currency AND p.amount = l.unit_price_minor)
                    """));

    private OrderChecks() {}
}
