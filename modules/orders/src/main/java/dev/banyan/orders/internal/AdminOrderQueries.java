package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Single orders with all that was done about them. */
@Service
@Transactional(readOnly = true)
class AdminOrderQueries {
    private final JdbcClient jdbc;
    private final OrderQueries orders;
    private final ShipmentRepository shipments;
    private final RefundRepository refunds;

    AdminOrderQueries(JdbcClient jdbc, OrderQueries orders, ShipmentRepository shipments, RefundRepository refunds) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.shipments = shipments;
        this.refunds = refunds;
    }

    AdminOrderView get(UUID id, OrderAccess access) {
        var order = orders.get(id, access);
        var account = account(id);
        return new AdminOrderView(
                order,
                account.userId(),
                account.cartId(),
                account.captured(),
                account.refunded(),
                shipments.ofOrder(id).map(List::of).orElse(List.of()),
                refunds.ofOrder(id),
                timeline(id));
    }

    private Account account(UUID id) {
        return jdbc.sql(
                        "SELECT user_id, cart_id, captured_minor, refunded_minor, currency FROM orders.orders WHERE id = :id")
                .param("id", id)
                .query((row, index) -> new Account(
                        row.getObject("user_id", UUID.class),
                        row.getObject("cart_id", UUID.class),
                        OrderRows.money(row, "captured_minor"),
                        OrderRows.money(row, "refunded_minor")))
                .single();
    }

    private List<HistoryEntry> timeline(UUID id) {
        return jdbc.sql(
                        "SELECT kind, value, reason, actor, at FROM orders.order_history WHERE order_id = :id ORDER BY entry")
                .param("id", id)
                .query((row, index) -> new HistoryEntry(
                        HistoryEntry.Kind.valueOf(row.getString("kind")),
                        row.getString("value"),
                        row.getString("reason"),
                        row.getString("actor"),
                        OrderRows.time(row, "at")))
                .list();
    }

    /** What the buyer isn't shown. */
    private record Account(@Nullable UUID userId, UUID cartId, Money captured, Money refunded) {}
}
