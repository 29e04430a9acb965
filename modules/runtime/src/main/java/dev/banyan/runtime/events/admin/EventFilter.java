package dev.banyan.runtime.events.admin;

import dev.banyan.runtime.web.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which publications are meant.
 *
 * @param condition SQL of fixed parts, beginning with AND where there is any
 * @param parameters the values that it names
 */
record EventFilter(String condition, Map<String, Object> parameters) {
    /** @throws InvalidRequestException when there is no such state */
    static EventFilter of(
            @Nullable String state, @Nullable String subscriber, @Nullable String type, @Nullable String key) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (state != null) {
            conditions.add(stateCondition(state));
        }
        equal("subscriber", subscriber, conditions, parameters);
        equal("type", type, conditions, parameters);
        equal("key", key, conditions, parameters);
        var all = new StringBuilder();
        conditions.forEach(condition -> all.append(" AND ").append(condition));
        return new EventFilter(all.toString(), parameters);
    }

    private static String stateCondition(String state) {
        return switch (state) {
            case "waiting" -> "p.parked_at IS NULL";
            case "parked" -> "p.parked_at IS NOT NULL";
            default -> throw InvalidRequestException.field("state", "invalid", "is waiting or parked");
        };
    }

    private static void equal(
            String column, @Nullable String value, ArrayList<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add("p." + column + " = :" + column);
            parameters.put(column, value);
        }
    }
}
