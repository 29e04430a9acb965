package dev.banyan.kernel;

import java.util.Map;

/**
 * A failure that belongs to a module's contract. It crosses HTTP as a problem (RFC 9457) with {@link #code()} and comes
 * back as the same class, so that a caller catches it the same way wherever the module runs. The message is shown to
 * clients: no secrets, no internals.
 */
public class ModuleException extends RuntimeException {
    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> properties;

    public ModuleException(Kind kind, String code, String message) {
        this(kind, code, message, Map.of());
    }

    /** @param properties further members of the problem, such as the SKUs that are out of stock */
    public ModuleException(Kind kind, String code, String message, Map<String, Object> properties) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    /** The same failure again, in another process than the one that it happened in. */
    protected ModuleException(Failure failure) {
        this(failure.kind(), failure.code(), failure.message(), failure.properties());
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, such as {@code inventory.out-of-stock}. */
    public String code() {
        return code;
    }

    public Map<String, Object> properties() {
        return properties;
    }

    public Failure failure() {
        return new Failure(kind, code, String.valueOf(getMessage()), properties);
    }

    /** What went wrong in the words of HTTP, and the status that says so. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        UNPROCESSABLE(422),
        PRECONDITION_REQUIRED(428),
        RATE_LIMITED(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
