package dev.banyan.notifications.internal;

import java.util.Arrays;

/** What a message is about; {@link #code()} is its public name and the name of its templates. */
enum MessageKind {
    WELCOME("welcome"),
    ACCOUNT_EXISTS("account-exists"),
    PASSWORD_RESET("password-reset"),
    ORDER_CONFIRMED("order-confirmed"),
    ORDER_CANCELLED("order-cancelled"),
    ORDER_SHIPPED("order-shipped"),
    ORDER_REFUNDED("order-refunded");

    private final String code;

    MessageKind(String code) {
        this.code = code;
    }

    static MessageKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of message: " + code));
    }

    String code() {
        return code;
    }

    /** Whether the body holds a secret: stored sealed, shown to few, removed once it has left. */
    boolean isSecret() {
        return this == PASSWORD_RESET;
    }
}
