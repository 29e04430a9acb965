package dev.banyan.orders.internal;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders to look at. */
@Service
@Transactional(readOnly = true)
class OrderQueries {
    private static final String SELECT = "SELECT " + OrderRows.VIEW_COLUMNS + " FROM orders.orders o WHERE ";
    private static final String LIST = "orders:newest";
    private static final int LAST_YEAR = 9999;

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final AccessTokens accessTokens;

    OrderQueries(JdbcClient jdbc, OrderRows rows, AccessTokens accessTokens) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.accessTokens = accessTokens;
    }

    OrderView get(UUID id, OrderAccess access) {
        return jdbc.sql(SELECT + "o.id = :id AND " + OrderAccess.CONDITION)
                .param("id", id)
                .param("all", access.all())
                .param("userId", access.userId())
                .param("tokenHash", access.tokenHash())
                .query(rows::view)
                .optional()
                .orElseThrow(() -> new OrderNotFoundException(id));
    }

    /** The order that a checkout operation has become, with a guest's token. */
    Optional<OrderView> ofOperation(UUID operationId) {
        return jdbc.sql("SELECT " + OrderRows.VIEW_COLUMNS + """
                        , c.access_token FROM orders.checkouts c JOIN orders.orders o ON o.id = c.order_id
                         WHERE c.operation_id = :operation
                        """)
                .param("operation", operationId)
                .query((row, index) -> {
                    var order = rows.view(row, index);
                    var token = row.getBytes("access_token");
                    return token == null ? order : order.withAccessToken(accessTokens.open(order.id(), token));
                })
                .optional();
    }

    /** The order that a cart has become for good: paid, and not about to be cancelled. */
    Optional<UUID> keeping(UUID cartId) {
        return jdbc.sql("""
                        SELECT o.id FROM orders.orders o
                         WHERE o.cart_id = :cart AND o.status IN ('CONFIRMED', 'SHIPPED')
                           AND o.intent IS DISTINCT FROM 'CANCEL'
                        """).param("cart", cartId).query(UUID.class).optional();
    }

    /** A user's own, newest first. */
    Page<OrderView> ofUser(UUID userId, PageRequest page) {
        return list("o.user_id = :user", Map.of("user", userId), page);
    }

    /** Newest first. */
    Page<OrderView> find(OrderFilter filter, PageRequest page) {
        var conditions = new OrderConditions(filter);
        return list(conditions.sql(), conditions.parameters(), page);
    }

    private Page<OrderView> list(String condition, Map<String, Object> parameters, PageRequest page) {
        var all = new HashMap<>(parameters);
        var after = page.after(LIST, 2);
        if (!after.isEmpty()) {
            all.put("afterTime", cursorTime(after.getFirst()));
            all.put("afterId", cursorId(after.getLast()));
        }
        var found = jdbc.sql(SELECT + condition
                        + (after.isEmpty() ? "" : " AND (o.created_at, o.id) < (:afterTime, :afterId)")
                        + " ORDER BY o.created_at DESC, o.id DESC LIMIT " + page.fetch())
                .params(all)
                .query(rows::view)
                .list();
        return Page.of(
                found,
                page.limit(),
                last -> PageRequest.cursor(
                        LIST, last.createdAt().toString(), last.id().toString()));
    }

    private static Object cursorTime(String value) {
        try {
            var time = OrderRows.time(Instant.parse(value));
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException forged) {
            throw badCursor();
        }
        throw badCursor();
    }

    private static UUID cursorId(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException forged) {
            throw badCursor();
        }
    }

    private static InvalidRequestException badCursor() {
        return InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
    }
}
