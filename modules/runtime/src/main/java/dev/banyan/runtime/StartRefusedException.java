package dev.banyan.runtime;

/** Banyan can't start, for a reason that its user can mend: the message is one sentence for them, shown without a stack trace. */
public final class StartRefusedException extends RuntimeException {

    public StartRefusedException(String sentence) {
        super(sentence);
    }

    public StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
