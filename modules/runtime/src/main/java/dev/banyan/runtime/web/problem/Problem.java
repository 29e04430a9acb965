package dev.banyan.runtime.web.problem;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.web.InvalidRequestException.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure as the client sees it.
 *
 * @param members what it says beyond the standard members
 * @param headers response headers that belong to it
 */
public record Problem(
        int status, String code, String detail, Map<String, Object> members, Map<String, String> headers) {
    public Problem {
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Map.of(), Map.of());
    }

    /** A {@code retryAfter} among the failure's properties becomes the header as well. */
    public static Problem of(ModuleException failure) {
        var properties = failure.properties();
        var headers = properties.containsKey("retryAfter")
                ? Map.of("Retry-After", String.valueOf(properties.get("retryAfter")))
                : Map.<String, String>of();
        return new Problem(
                failure.kind().status(), failure.code(), String.valueOf(failure.getMessage()), properties, headers);
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                400, "validation.failed", "The request has invalid fields", Map.of("errors", errors), Map.of());
    }

    public static Problem malformed(String detail) {
        return of(400, "request.malformed", detail);
    }

    public static Problem notFound() {
        return of(404, "request.not-found", "There is nothing at this path");
    }

    public static Problem unavailable() {
        return of(503, "module.unavailable", "The request can't be handled right now; try again")
                .withHeader("Retry-After", "1");
    }

    public static Problem internal() {
        return of(500, "internal.error", "Something went wrong; the trace id tells the operators what");
    }

    public Problem withHeader(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, members, more);
    }
}
