package dev.banyan.runtime.web.problem;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.web.InvalidRequestException.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Why a body couldn't be read. What isn't JSON of the expected form is {@code request.malformed}; a value that has the
 * form but is refused by the type that it stands for is {@code validation.failed}.
 */
final class JsonFaults {
    private JsonFaults() {}

    static Problem of(@Nullable Throwable cause) {
        return switch (cause) {
            case StreamConstraintsException beyond -> Problem.malformed("The body exceeds a limit of depth or length");
            case InputCoercionException range ->
                malformed(range, "type", "is out of range", "The body has a number that is out of range");
            case StreamReadException syntax -> Problem.malformed("The body is not valid JSON" + place(syntax));
            case ValueInstantiationException refused -> refused(refused);
            case InvalidNullException missing -> missing(missing);
            case PropertyBindingException unknown ->
                malformed(unknown, "unknown", "is not known here", "The body has an unknown property");
            case MismatchedInputException mismatch when absent(mismatch) -> missing(mismatch);
            case DatabindException type ->
                malformed(type, "type", "has another type", "The body has a value of another type than expected");
            case null, default -> Problem.malformed("The body is missing or can't be read");
        };
    }

    /** A record's constructor refused the value; its own message is for developers unless it is part of the contract. */
    private static Problem refused(ValueInstantiationException refused) {
        if (refused.getCause() instanceof ModuleException failure) {
            return Problem.of(failure);
        }
        if (refused.getCause() instanceof NullPointerException) {
            return missing(refused);
        }
        var cause = refused.getCause();
        var message = cause instanceof ArithmeticException || cause instanceof IllegalArgumentException
                ? String.valueOf(cause.getMessage())
                : "is invalid";
        return Problem.invalid(List.of(new FieldError(path(refused), "invalid", message)));
    }

    private static Problem missing(JacksonException fault) {
        return Problem.invalid(List.of(new FieldError(path(fault), "required", "must be given")));
    }

    /** Null, or nothing at all, where a primitive stands. */
    private static boolean absent(MismatchedInputException mismatch) {
        var type = mismatch.getTargetType();
        return type != null
                && type.isPrimitive()
                && mismatch.getOriginalMessage().startsWith("Cannot map `null`");
    }

    private static Problem malformed(JacksonException fault, String code, String message, String detail) {
        var path = path(fault);
        var members = path.isEmpty()
                ? Map.<String, Object>of()
                : Map.<String, Object>of("errors", List.of(new FieldError(path, code, message)));
        return new Problem(400, "request.malformed", detail, members, Map.of());
    }

    private static String place(JacksonException fault) {
        var at = fault.getLocation();
        return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String path(JacksonException fault) {
        var path = new StringBuilder();
        for (Reference step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
