package dev.banyan.runtime.web.entry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no connection to the target, so that nothing of the request was sent: another one may be tried. */
final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException(@Nullable Throwable cause) {
        super("No connection", cause);
    }
}
