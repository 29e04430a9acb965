package dev.banyan.runtime.web.problem;

import dev.banyan.runtime.web.InvalidRequestException.FieldError;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** What Bean Validation found, in stable short codes. */
final class FieldFaults {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Size", "size"),
            Map.entry("Length", "size"),
            Map.entry("Min", "out-of-range"),
            Map.entry("Max", "out-of-range"),
            Map.entry("Range", "out-of-range"),
            Map.entry("DecimalMin", "out-of-range"),
            Map.entry("DecimalMax", "out-of-range"),
            Map.entry("Positive", "out-of-range"),
            Map.entry("PositiveOrZero", "out-of-range"));

    private FieldFaults() {}

    static List<FieldError> of(Errors errors) {
        return errors.getAllErrors().stream().map(FieldFaults::of).toList();
    }

    static List<FieldError> of(MethodValidationResult result) {
        return result.getParameterValidationResults().stream()
                .flatMap(parameter -> of(parameter).stream())
                .toList();
    }

    private static List<FieldError> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors nested) {
            var prefix = nested.getContainerIndex() == null ? "" : "[%d].".formatted(nested.getContainerIndex());
            return of((Errors) nested).stream()
                    .map(error -> new FieldError(prefix + error.field(), error.code(), error.message()))
                    .toList();
        }
        var name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(name, code(error), message(error)))
                .toList();
    }

    private static FieldError of(ObjectError error) {
        var field = error instanceof org.springframework.validation.FieldError own ? own.getField() : "";
        return new FieldError(field, code(error), message(error));
    }

    private static String code(MessageSourceResolvable error) {
        var codes = error.getCodes();
        var constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        var code = CODES.getOrDefault(constraint, "invalid");
        return code.equals("size") ? size(error) : code;
    }

    private static String size(MessageSourceResolvable error) {
        var violation = violation(error);
        var value = violation == null ? null : violation.getInvalidValue();
        var least = violation == null
                ? null
                : violation.getConstraintDescriptor().getAttributes().get("min");
        return value != null && least instanceof Integer min && length(value) < min ? "too-short" : "too-long";
    }

    private static @Nullable ConstraintViolation<?> violation(MessageSourceResolvable error) {
        return error instanceof ObjectError object && object.contains(ConstraintViolation.class)
                ? object.unwrap(ConstraintViolation.class)
                : null;
    }

    private static int length(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case java.util.Collection<?> values -> values.size();
            case Map<?, ?> values -> values.size();
            default -> Integer.MAX_VALUE;
        };
    }

    private static String message(MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        return message == null
                ? "is invalid"
                : message.toLowerCase(Locale.ROOT).startsWith("failed to convert") ? "is invalid" : message;
    }
}
