package dev.banyan.notifications.internal;

import org.jspecify.annotations.Nullable;

/** How an attempt to deliver a message went. */
record Attempt(Outcome outcome, @Nullable String error) {
    private static final int LONGEST_ERROR = 500;

    static final Attempt DELIVERED = new Attempt(Outcome.DELIVERED, null);

    static Attempt refused(RuntimeException reason) {
        return new Attempt(Outcome.REFUSED, describe(reason));
    }

    static Attempt failed(RuntimeException reason) {
        return new Attempt(Outcome.FAILED, describe(reason));
    }

    /** One line, for staff. */
    private static String describe(RuntimeException reason) {
        var text = reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
        var line = text.replaceAll("\\p{Cc}+", " ").strip();
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }

    /** What the channel made of it. */
    enum Outcome {
        DELIVERED,
        /** The other side said no. */
        REFUSED,
        /** It didn't work this time; whether the message arrived is unknown. */
        FAILED
    }
}
