package dev.banyan.users.internal;

import org.jspecify.annotations.Nullable;

/** Telephone numbers in international form (E.164): kept as a plus sign and digits, accepted with the usual separators. */
final class PhoneNumber {
    static final String PATTERN = "\\+[1-9](?:[ ()./-]{0,2}[0-9]){6,14}";

    private PhoneNumber() {}

    static @Nullable String normalized(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("[^+0-9]", "");
    }
}
