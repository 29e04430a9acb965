package dev.banyan.orders.internal;

import dev.banyan.runtime.web.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which orders staff want to see; null means any.
 *
 * @param email in any letter case
 * @param from the first moment
 * @param to the first moment after
 */
record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable PaymentStatus paymentStatus,
        @Nullable FulfilmentStatus fulfilmentStatus,
        @Nullable String email,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String parameter, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> InvalidRequestException.field(
                        parameter, "invalid", "is none of " + Arrays.toString(type.getEnumConstants())));
    }

    static @Nullable Instant time(String parameter, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            if (RFC_3339.matcher(value).matches()) {
                return OffsetDateTime.parse(value).toInstant();
            }
        } catch (DateTimeException noSuchTime) {
            throw notTime(parameter);
        }
        throw notTime(parameter);
    }

    static @Nullable String text(String parameter, @Nullable String value) {
        if (value != null && (value.length() > 254 || value.indexOf('\0') >= 0)) {
            throw InvalidRequestException.field(parameter, "invalid", "is no address");
        }
        return value;
    }

    private static InvalidRequestException notTime(String parameter) {
        return InvalidRequestException.field(parameter, "invalid", "is not a time such as 2026-11-21T09:30:00Z");
    }
}
