package dev.banyan.runtime.data.move;

import org.springframework.core.NestedExceptionUtils;

/** The data stays where it is, for a reason that the operator can mend: the message is one sentence for them. */
final class MoveRefusedException extends RuntimeException {
    MoveRefusedException(String sentence) {
        super(sentence);
    }

    MoveRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What a database, or what lies under it, says of {@code failure}: the rest of the message would be more than a sentence. */
    static String reason(Throwable failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown error");
    }
}
