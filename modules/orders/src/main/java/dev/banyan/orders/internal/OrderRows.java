package dev.banyan.orders.internal;

import dev.banyan.kernel.Money;
import dev.banyan.runtime.json.ContractJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders with their lines from rows of {@link #COLUMNS}: one statement, however many orders. */
@Component
class OrderRows {
    static final String COLUMNS = """
            o.id, o.number, o.cart_id, o.user_id, o.email, o.currency, o.total_minor, o.status, o.payment_status, o.intent,
            o.cancel_reason, o.captured_minor, o.refunded_minor, o.refunding_minor, o.version,
            (SELECT json_agg(json_build_object('sku', l.sku, 'name', l.name, 'quantity', l.quantity,
                        'unitPrice', json_build_object('amount', l.unit_price_minor, 'currency', o.currency),
                        'lineTotal', json_build_object('amount', l.line_total_minor, 'currency', o.currency))
                        ORDER BY l.position)
               FROM orders.order_lines l WHERE l.order_id = o.id) AS lines""";

    static final String VIEW_COLUMNS = COLUMNS + """
            , o.shipping_address, o.created_at,
            (SELECT json_agg(json_build_object('status', h.value, 'at', h.at, 'reason', h.reason) ORDER BY h.entry)
               FROM orders.order_history h WHERE h.order_id = o.id AND h.kind = 'STATUS') AS history""";

    private final ContractJson json;

    OrderRows(ContractJson json) {
        this.json = json;
    }

    Order order(ResultSet row, int index) throws SQLException {
        var state = new OrderState(
                OrderStatus.valueOf(row.getString("status")),
                intent(row.getString("intent")),
                reason(row.getString("cancel_reason")),
                balance(row));
        return new Order(terms(row), state, row.getLong("version"));
    }

    OrderView view(ResultSet row, int index) throws SQLException {
        var order = order(row, index);
        var terms = order.terms();
        var state = order.state();
        return new OrderView(
                terms.id(),
                terms.number(),
                state.status(),
                state.balance().status(),
                state.status().fulfilment(),
                state.status() == OrderStatus.CANCELLED ? state.cancelReason() : null,
                terms.lines(),
                terms.total(),
                terms.total(),
                terms.email(),
                json.read(row.getString("shipping_address"), ShippingAddress.class),
                time(row, "created_at"),
                order.version(),
                List.of(json.read(row.getString("history"), StatusChange[].class)),
                null);
    }

    private OrderTerms terms(ResultSet row) throws SQLException {
        return new OrderTerms(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("cart_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("email"),
                List.of(json.read(row.getString("lines"), OrderLine[].class)),
                money(row, "total_minor"));
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                PaymentStatus.valueOf(row.getString("payment_status")),
                money(row, "captured_minor"),
                money(row, "refunded_minor"),
                money(row, "refunding_minor"));
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), row.getString("currency"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** An instant as the driver takes it. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Intent intent(@Nullable String name) {
        return name == null ? null : Intent.valueOf(name);
    }

    private static @Nullable CancelReason reason(@Nullable String code) {
        return code == null ? null : CancelReason.of(code);
    }
}
