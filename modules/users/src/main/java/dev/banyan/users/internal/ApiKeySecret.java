package dev.banyan.users.internal;

import dev.banyan.runtime.security.SecretToken;

/** An API key's plain text: recognisable, so that scanners find one that leaked, and 256 random bits. */
final class ApiKeySecret {
    private static final String PREFIX = "bk_";
    private static final int HINT_LENGTH = PREFIX.length() + 4;
    private static final int LENGTH = PREFIX.length() + 43;

    private ApiKeySecret() {}

    static String next() {
        return PREFIX + SecretToken.next();
    }

    static boolean isOne(String text) {
        return text.length() == LENGTH && text.startsWith(PREFIX);
    }

    /** The beginning, by which people tell their keys apart. */
    static String hint(String key) {
        return key.substring(0, HINT_LENGTH);
    }
}
