package dev.banyan.rig;

import java.util.List;

/** I3 and what I11 says of money, against the provider's own ledger. */
final class MoneyChecks {
    static final List<Check> ALL = List.of(
            new Check("I3", "the provider's ledger is ours", """
                    SELECT p.id::text FROM payments.payments p
                      LEFT JOIN sandbox.authorizations a ON split_part(a.key, ':', 1) = p.id::text
                     WHERE p.captured <> coalesce(a.captured, 0) OR p.refunded <> coalesce(a.refunded, 0)
                    """),
            new Check("I3", "the provider holds nothing that we don't know of", """
                    SELECT a.key FROM sandbox.authorizations a
                     WHERE NOT EXISTS (SELECT FROM payments.payments p WHERE split_part(a.key, ':', 1) = p.id::text)
                    """),
            new Check("I3", "at most one capture", """
                    SELECT authorization_key FROM sandbox.operations
                     WHERE operation = 'CAPTURE' AND reference IS NOT NULL GROUP BY authorization_key HAVING count(*) > 1
                    """),
            new Check("I3", "an order knows what was captured and given back", """
                    SELECT o.id::text FROM orders.orders o LEFT JOIN payments.payments p ON p.order_id = o.id
                     WHERE o.refunded_minor <> coalesce(p.refunded, 0)
                        OR o.captured_minor <> coalesce(p.captured, 0)
                    """),
            new Check("I3", "captured at most the total, given back at most what was captured", """
                    SELECT o.id::text FROM orders.orders o JOIN payments.payments p ON p.order_id = o.id
                     WHERE p.captured > o.total_minor OR p.refunded > p.captured
                    """),
            new Check("I3", "a confirmed order is captured in full", """
                    SELECT o.id::text FROM orders.orders o LEFT JOIN payments.payments p ON p.order_id = o.id
                     WHERE o.status IN ('CONFIRMED', 'SHIPPED') AND coalesce(p.captured, 0) <> o.total_minor
                    """),
            new Check("I3", "refunds add up", """
                    SELECT p.id::text FROM payments.payments p JOIN orders.orders o ON o.id = p.order_id AND o.status <> 'CANCELLED'
                     WHERE p.refunded <> coalesce((SELECT sum(r.amount) FROM payments.refunds r
                                                    WHERE r.payment_id = p.id AND r.state = 'SUCCEEDED'), 0)
                    """),
            new Check("I11", "a cancelled order has no money", """
                    SELECT o.id::text FROM orders.orders o JOIN payments.payments p ON p.order_id = o.id
                     WHERE o.status = 'CANCELLED' AND p.captured <> p.refunded
                    """),
            new Check("I11", "the provider holds no money of a cancelled order", """
                    SELECT o.id::text FROM orders.orders o JOIN payments.payments p ON p.order_id = o.id
                      JOIN sandbox.authorizations a ON split_part(a.key, ':', 1) = p.id::text
                     WHERE o.status = 'CANCELLED' AND a.state IN ('APPROVED', 'PENDING') AND a.captured = 0
                    """));

    private MoneyChecks() {}
}
