package dev.banyan.rig;

import java.util.List;

/** I6, I9 and I10 as the clients saw them: the temporary tables are made from their journal. */
final class ClientChecks {
    static final List<Check> ALL = List.of(
            new Check("I6", "an order that was confirmed to a client is there", """
                    SELECT s.id FROM seen s LEFT JOIN orders.orders o ON o.id::text = s.id
                     WHERE s.kind = 'CHECKOUT' AND s.outcome = 'OK' AND (o.id IS NULL OR o.cart_id::text <> s.subject)
                    """),
            new Check("I6", "a refused checkout left nothing", """
                    SELECT o.id::text FROM seen s JOIN orders.orders o ON o.cart_id::text = s.subject AND o.status <> 'CANCELLED'
                     WHERE s.kind = 'CHECKOUT' AND s.outcome = 'FAIL'
                    """),
            new Check("I6", "every outcome is known in the end", """
                    SELECT s.kind || ' ' || s.subject FROM seen s WHERE s.outcome = 'UNKNOWN' AND s.kind <> 'TICK'
                    """),
            new Check("I6", "what was cancelled is cancelled", """
                    SELECT s.subject FROM seen s LEFT JOIN orders.orders o ON o.id::text = s.subject
                     WHERE s.kind = 'CANCEL' AND s.outcome = 'OK' AND o.status IS DISTINCT FROM 'CANCELLED'
                    """),
            new Check("I6", "what was shipped is shipped", """
                    SELECT s.subject FROM seen s LEFT JOIN orders.orders o ON o.id::text = s.subject
                     WHERE s.kind = 'SHIP' AND s.outcome = 'OK' AND o.status IS DISTINCT FROM 'SHIPPED'
                    """),
            new Check("I6", "each accepted refund is there, once", """
                    SELECT s.id FROM seen s LEFT JOIN orders.refunds r ON r.id::text = s.id AND r.order_id::text = s.subject AND r.amount_minor = s.expected
                     WHERE s.kind = 'REFUND' AND s.outcome = 'OK' AND r.id IS NULL
                    UNION ALL
                    SELECT r.id::text FROM orders.refunds r WHERE r.id::text NOT IN (SELECT s.id FROM seen s WHERE s.kind = 'REFUND' AND s.outcome = 'OK')
                    """),
            new Check("I6", "each order has a client who asked for it", """
                    SELECT o.id::text FROM orders.orders o WHERE o.cart_id::text NOT IN (SELECT s.subject FROM seen s WHERE s.kind = 'CHECKOUT')
                    """),
            new Check("I6", "each tick that was answered is there", """
                    SELECT s.subject || ' ' || s.number FROM seen s
                     WHERE s.kind = 'TICK' AND s.outcome = 'OK'
                       AND NOT EXISTS (SELECT FROM rig.ticks t WHERE t.key = s.subject AND t.n = s.number)
                    """),
            new Check("I9", "the same key from the same caller is the same order", """
                    SELECT first || ' ' || second FROM replays WHERE same AND first <> second
                    """),
            new Check("I9", "the same key from another caller is another order", """
                    SELECT first || ' ' || second FROM replays WHERE NOT same AND first = second
                    """),
            new Check("I10", "the client was asked for what things cost", """
                    SELECT s.id FROM seen s JOIN orders.orders o ON o.id::text = s.id
                     WHERE s.kind = 'CHECKOUT' AND s.outcome = 'OK' AND (s.number <> s.expected OR o.total_minor <> s.expected)
                    """));

    private ClientChecks() {}
}
