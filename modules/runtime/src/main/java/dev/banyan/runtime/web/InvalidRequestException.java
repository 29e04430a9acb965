package dev.banyan.runtime.web;

import dev.banyan.kernel.ModuleException;
import java.util.List;
import java.util.Map;

/** A request whose fields or parameters don't fit: 400 {@code validation.failed} with an entry per field in {@code errors}. */
public final class InvalidRequestException extends ModuleException {
    public InvalidRequestException(List<FieldError> errors) {
        super(Kind.INVALID, "validation.failed", "The request has invalid fields", Map.of("errors", errors));
    }

    public static InvalidRequestException field(String field, String code, String message) {
        return new InvalidRequestException(List.of(new FieldError(field, code, message)));
    }

    /** One field's fault. {@code code} is stable and short, such as {@code required}, {@code too-long}, {@code invalid}. */
    public record FieldError(String field, String code, String message) {}
}
