package dev.banyan.runtime.events;

import java.util.regex.Pattern;

/** A failure as one line that may be stored and shown to staff. */
final class ErrorText {
    /** Whatever reads like the value of a secret: named as one, a payment token, a JWT. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(?<=password|secret|token|authorization|api.?key)(\\s*[=:]\\s*|\\s+)(bearer\\s+)?\\S+|\\btok_\\w+|\\beyJ[\\w.-]+");

    private ErrorText() {}

    static String of(Throwable failure) {
        var message = failure.getMessage();
        var line = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message.replaceAll("\\s+", " "));
        return SECRET.matcher(line).replaceAll(" ***");
    }
}
