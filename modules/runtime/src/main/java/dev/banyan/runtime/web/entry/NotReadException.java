package dev.banyan.runtime.web.entry;

import java.io.IOException;

/** The client's side of an exchange broke: nothing that another target could mend. */
final class NotReadException extends IOException {
    private static final long serialVersionUID = 1L;

    NotReadException(IOException cause) {
        super("The request doesn't arrive as a whole", cause);
    }
}
