package dev.banyan.notifications.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a message says; {@code html} is null on channels of plain text. May hold a secret, so it never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Body(@Nullable String html, String text) {
    /** Stands for a body that the reader may not see, or that is gone. */
    static final Body HIDDEN = new Body(null, "Not shown: this message holds a secret.");

    @Override
    public String toString() {
        return "Body[…]";
    }
}
