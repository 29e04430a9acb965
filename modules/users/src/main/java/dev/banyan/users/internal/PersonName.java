package dev.banyan.users.internal;

/** Names of people and keys: any characters that can be shown on one line. */
final class PersonName {
    static final String PATTERN = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*";
    static final int MAX_LENGTH = 200;

    private PersonName() {}
}
