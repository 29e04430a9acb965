package dev.banyan.runtime;

/** The start is refused for a reason that the operator can mend. The message is one sentence for them; no stack trace is shown. */
public final class StartRefusedException extends RuntimeException {
    public StartRefusedException(String sentence) {
        super(sentence);
    }

    public StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
