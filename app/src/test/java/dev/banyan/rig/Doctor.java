package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For each check, a change behind the application's back that it has to see. */
final class Doctor {
    private static final String ONE_CONFIRMED = "(SELECT id FROM orders.orders WHERE status = 'CONFIRMED' LIMIT 1)";
    private static final String ONE_CANCELLED =
            "(SELECT o.id FROM orders.orders o JOIN inventory.reservations r ON r.id = o.id JOIN payments.payments p ON p.order_id = o.id WHERE o.status = 'CANCELLED' LIMIT 1)";
    private static final String ITS_PAYMENT = "(SELECT id FROM payments.payments WHERE order_id = %s)";
    private static final String A_TICK = "(SELECT event_id FROM rig.ticks WHERE n > 1 LIMIT 1)";
    private static final Map<String, List<String>> CHANGES = new HashMap<>();

    static {
        stock();
        money();
        orders();
        events();
        clients();
    }

    private Doctor() {}

    static List<String> of(Check check) {
        assertThat(CHANGES).containsKey(check.toString());
        return CHANGES.get(check.toString());
    }

    private static void stock() {
        put("I1 on hand and shipped are what staff put in", "UPDATE inventory.adjustments SET delta = delta + 1");
        put(
                "I1 reserved is between none and all of it",
                "ALTER TABLE inventory.stock DROP CONSTRAINT stock_reserved_within_on_hand",
                "UPDATE inventory.stock SET reserved = on_hand + 1");
        put(
                "I1 reserved is the sum of active reservations",
                "UPDATE inventory.stock SET reserved = reserved - 1 WHERE reserved > 0");
        put("I2 no more is sold than staff put in", "UPDATE inventory.adjustments SET delta = 0");
        put(
                "I2 what is sold is held or has left, line by line",
                "UPDATE inventory.reservation_lines SET quantity = quantity + 1 WHERE reservation_id = "
                        + ONE_CONFIRMED);
        put(
                "I2 a confirmed order's stock is firm, a shipped one's has left",
                "UPDATE inventory.reservations SET state = 'RELEASED' WHERE id = " + ONE_CONFIRMED);
        put(
                "I11 a cancelled order holds no stock",
                "UPDATE inventory.reservations SET state = 'FIRM' WHERE id = " + ONE_CANCELLED);
        put(
                "I11 a checkout that came to nothing holds no stock",
                "INSERT INTO inventory.reservations (id, state, changed_at) VALUES (gen_random_uuid(), 'FIRM', now())");
    }

    private static void money() {
        var payment = ITS_PAYMENT.formatted(ONE_CONFIRMED);
        put(
                "I3 the provider's ledger is ours",
                "UPDATE payments.payments SET captured = captured - 1 WHERE id = " + payment);
        put(
                "I3 the provider holds nothing that we don't know of",
                "UPDATE sandbox.authorizations SET key = 'stray'"
                        .concat(
                                " WHERE key = (SELECT key FROM sandbox.authorizations a WHERE NOT EXISTS (SELECT FROM sandbox.operations o WHERE o.authorization_key = a.key) LIMIT 1)"));
        put(
                "I3 at most one capture",
                "INSERT INTO sandbox.operations (key, authorization_key, operation, amount, reference) SELECT key || '-2', authorization_key, operation, amount, reference FROM sandbox.operations WHERE operation = 'CAPTURE' AND reference IS NOT NULL LIMIT 1");
        put(
                "I3 an order knows what was captured and given back",
                "UPDATE orders.orders SET captured_minor = captured_minor + 1 WHERE id = " + ONE_CONFIRMED);
        put(
                "I3 captured at most the total, given back at most what was captured",
                "UPDATE orders.orders SET total_minor = 0 WHERE id = " + ONE_CONFIRMED);
        put(
                "I3 a confirmed order is captured in full",
                "UPDATE payments.payments SET captured = captured - 1 WHERE id = " + payment);
        put("I3 refunds add up", "UPDATE payments.payments SET refunded = refunded + 1 WHERE id = " + payment);
        put(
                "I11 a cancelled order has no money",
                "UPDATE payments.payments SET state = 'CAPTURED', token = NULL, captured = amount, refunded = 0, refunding = 0 WHERE order_id = "
                        + ONE_CANCELLED);
        put(
                "I11 the provider holds no money of a cancelled order",
                "UPDATE sandbox.authorizations SET state = 'APPROVED', captured = 0, refunded = 0 WHERE key LIKE %s || ':%%'"
                        .formatted(ITS_PAYMENT.formatted(ONE_CANCELLED)));
    }

    private static void orders() {
        put("I4 each order is final", "UPDATE orders.orders SET status = 'PENDING' WHERE id = " + ONE_CONFIRMED);
        put(
                "I4 each refund is decided",
                "INSERT INTO orders.refunds SELECT gen_random_uuid(), id, 1, currency, 'x', 'PENDING', now() FROM orders.orders LIMIT 1");
        put(
                "I4 only legal edges in the history",
                "INSERT INTO orders.order_history (order_id, kind, value, actor, at) SELECT id, 'STATUS', 'PENDING', 'x', now() FROM orders.orders LIMIT 1");
        put(
                "I4 the history ends where the order is",
                "UPDATE orders.orders SET status = 'SHIPPED', fulfilment_status = 'FULFILLED' WHERE id = "
                        + ONE_CONFIRMED);
        put("I5 one confirmation for each confirmed order", "DELETE FROM mails");
        put(
                "I5 none for an order that was never confirmed",
                "DELETE FROM orders.order_history WHERE value = 'CONFIRMED'");
        put(
                "I5 no mail that the shop doesn't know of",
                "INSERT INTO mails VALUES (gen_random_uuid(), 'ada@example.com')");
        put("I5 what is noted as sent was taken by the mail server", "DELETE FROM mails");
        put(
                "I9 a cart is at most one order",
                "DROP INDEX orders.orders_one_per_cart",
                "UPDATE orders.orders SET cart_id = (SELECT cart_id FROM orders.orders WHERE id = %s)"
                        .formatted(ONE_CONFIRMED));
        put("I10 the total is prices times quantities", "UPDATE orders.orders SET total_minor = total_minor + 1");
        put("I10 the prices are the catalogue's", "UPDATE catalog.price SET amount = amount + 1");
    }

    private static void events() {
        put(
                "I7 no ghost: nothing was applied that wasn't published",
                "DELETE FROM rig.ticks WHERE event_id = " + A_TICK);
        put(
                "I7 no zombie: what was published was applied by each subscriber",
                "DELETE FROM rig.applied WHERE subscriber = 'step' AND event_id = " + A_TICK);
        put(
                "I7 each event was applied once",
                "INSERT INTO rig.applied (subscriber, type, event_id, key, n) SELECT subscriber, type, event_id, key, n FROM rig.applied LIMIT 1");
        put(
                "I7 orders' subscribers were told what happened, in that order",
                "DELETE FROM rig.applied WHERE subscriber = 'orders' AND key = %s::text".formatted(ONE_CONFIRMED));
        put(
                "I8 each key was applied from 1 on, without gap or step back",
                "UPDATE rig.applied SET n = n + 1 WHERE subscriber = 'plain' AND event_id = " + A_TICK);
        put("I8 published numbers have no gap", "UPDATE rig.keys SET n = n + 1");
        put(
                "I13 nothing waits but what was poisoned",
                "INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload) VALUES (0, gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'x', 'x', '{}')");
        put("I13 what was poisoned still waits", "INSERT INTO poison VALUES ('nowhere')");
        put(
                "I14 no secret in the event table",
                "INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload) VALUES (0, gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'x', 'x', '{\"card\": \"tok_approve\"}')");
    }

    private static void clients() {
        var checkout = "WHERE kind = 'CHECKOUT' AND outcome = 'OK'";
        put("I6 an order that was confirmed to a client is there", "UPDATE seen SET id = 'lost' " + checkout);
        put("I6 a refused checkout left nothing", "UPDATE seen SET outcome = 'FAIL' " + checkout);
        put("I6 every outcome is known in the end", "UPDATE seen SET outcome = 'UNKNOWN' " + checkout);
        put("I6 what was cancelled is cancelled", "UPDATE seen SET kind = 'CANCEL', subject = id " + checkout);
        put("I6 what was shipped is shipped", "UPDATE seen SET kind = 'SHIP', subject = id " + checkout);
        put(
                "I6 each accepted refund is there, once",
                "UPDATE seen SET id = 'lost' WHERE kind = 'REFUND' AND outcome = 'OK'");
        put("I6 each order has a client who asked for it", "UPDATE seen SET subject = 'nobody' " + checkout);
        put(
                "I6 each tick that was answered is there",
                "UPDATE seen SET number = 0 WHERE kind = 'TICK' AND outcome = 'OK'");
        put(
                "I9 the same key from the same caller is the same order",
                "UPDATE replays SET second = 'another' WHERE same");
        put("I9 the same key from another caller is another order", "UPDATE replays SET second = first WHERE NOT same");
        put("I10 the client was asked for what things cost", "UPDATE seen SET number = number + 1 " + checkout);
    }

    private static void put(String check, String... statements) {
        CHANGES.put(check, List.of(statements));
    }
}
