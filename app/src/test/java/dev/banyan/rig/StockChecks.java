package dev.banyan.rig;

import java.util.List;

/** I1, I2 and what I11 says of stock. */
final class StockChecks {
    static final List<Check> ALL = List.of(
            new Check("I1", "on hand and shipped are what staff put in", """
                    SELECT s.sku FROM inventory.stock s
                      LEFT JOIN (SELECT sku, sum(delta) AS put_in FROM inventory.adjustments GROUP BY sku) a USING (sku)
                      LEFT JOIN (SELECT l.sku, sum(l.quantity) AS shipped FROM inventory.reservation_lines l
                                   JOIN inventory.reservations r ON r.id = l.reservation_id AND r.state = 'SHIPPED' GROUP BY l.sku) o USING (sku)
                     WHERE s.on_hand + coalesce(o.shipped, 0) <> coalesce(a.put_in, 0)
                    """),
            new Check("I1", "reserved is between none and all of it", """
                    SELECT sku FROM inventory.stock WHERE reserved < 0 OR reserved > on_hand
                    """),
            new Check("I1", "reserved is the sum of active reservations", """
                    SELECT s.sku FROM inventory.stock s
                      LEFT JOIN (SELECT l.sku, sum(l.quantity) AS held FROM inventory.reservation_lines l
                                   JOIN inventory.reservations r ON r.id = l.reservation_id AND r.state IN ('HELD', 'FIRM') GROUP BY l.sku) h USING (sku)
                     WHERE s.reserved <> coalesce(h.held, 0)
                    """),
            new Check("I2", "no more is sold than staff put in", """
                    SELECT l.sku FROM orders.order_lines l JOIN orders.orders o ON o.id = l.order_id AND o.status IN ('CONFIRMED', 'SHIPPED')
                     GROUP BY l.sku
                    HAVING sum(l.quantity) > coalesce((SELECT sum(a.delta) FROM inventory.adjustments a WHERE a.sku = l.sku), 0)
                    """),
            new Check("I2", "what is sold is held or has left, line by line", """
                    SELECT l.order_id || ' ' || l.sku
                      FROM (SELECT order_id, sku, sum(quantity) AS quantity FROM orders.order_lines GROUP BY order_id, sku) l
                      JOIN orders.orders o ON o.id = l.order_id AND o.status IN ('CONFIRMED', 'SHIPPED')
                      LEFT JOIN inventory.reservation_lines r ON r.reservation_id = l.order_id AND r.sku = l.sku
                     WHERE r.quantity IS DISTINCT FROM l.quantity
                    """),
            new Check("I2", "a confirmed order's stock is firm, a shipped one's has left", """
                    SELECT o.id::text FROM orders.orders o LEFT JOIN inventory.reservations r ON r.id = o.id
                     WHERE o.status = 'CONFIRMED' AND r.state IS DISTINCT FROM 'FIRM'
                        OR o.status = 'SHIPPED' AND r.state IS DISTINCT FROM 'SHIPPED'
                    """),
            new Check("I11", "a cancelled order holds no stock", """
                    SELECT o.id::text FROM orders.orders o JOIN inventory.reservations r ON r.id = o.id
                     WHERE o.status = 'CANCELLED' AND r.state NOT IN ('RELEASED', 'EXPIRED')
                    """),
            new Check("I11", "a checkout that came to nothing holds no stock", """
                    SELECT r.id::text FROM inventory.reservations r
                     WHERE r.state IN ('HELD', 'FIRM') AND NOT EXISTS (SELECT FROM orders.orders o WHERE o.id = r.id)
                       AND NOT EXISTS (SELECT FROM orders.checkouts c WHERE c.order_id = r.id AND c.state = 'STARTED')
                    """));

    private StockChecks() {}
}
