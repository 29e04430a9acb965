package dev.banyan.orders.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: only the conditions that are asked for, so that each finds its index. */
final class OrderConditions {
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    OrderConditions(OrderFilter filter) {
        add("o.status = :status", "status", name(filter.status()));
        add("o.payment_status = :payment", "payment", name(filter.paymentStatus()));
        add("o.fulfilment_status = :fulfilment", "fulfilment", name(filter.fulfilmentStatus()));
        var email = filter.email();
        add("lower(o.email) = :email", "email", email == null ? null : email.toLowerCase(Locale.ROOT));
        var from = filter.from();
        add("o.created_at >= :from", "from", from == null ? null : OrderRows.time(from));
        var to = filter.to();
        add("o.created_at < :to", "to", to == null ? null : OrderRows.time(to));
    }

    String sql() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    private void add(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
