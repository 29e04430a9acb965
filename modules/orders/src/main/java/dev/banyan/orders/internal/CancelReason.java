package dev.banyan.orders.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an order was cancelled, as {@link #code()} outside. */
enum CancelReason {
    PAYMENT_DECLINED,
    PAYMENT_TIMEOUT,
    CUSTOMER,
    STAFF,
    EXPIRED;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static CancelReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
