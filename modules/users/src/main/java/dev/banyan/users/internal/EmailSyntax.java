package dev.banyan.users.internal;

import java.util.regex.Pattern;

/** RFC 5321's dot-string addresses with a domain of at least two labels; ASCII, so that letter case folds the same everywhere. */
final class EmailSyntax {
    static final int MAX_LENGTH = 254;

    static final String PATTERN =
            "(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)++[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private EmailSyntax() {}

    static boolean matches(String text) {
        return text.length() <= MAX_LENGTH && COMPILED.matcher(text).matches();
    }
}
