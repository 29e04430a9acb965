package dev.banyan.runtime.web.problem;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.web.InvalidRequestException.FieldError;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What a failure means to the client. Says nothing of what went on inside. */
public final class Problems {
    private Problems() {}

    /**
     * What {@code failure} means.
     *
     * @param conditional whether the request had an {@code If-Match}, so that losing a race is its failure
     */
    public static Problem of(Throwable failure, boolean conditional) {
        return switch (failure) {
            case ModuleException known -> Problem.of(known);
            case MethodArgumentNotValidException invalid -> Problem.invalid(FieldFaults.of(invalid.getBindingResult()));
            case HandlerMethodValidationException invalid
            when !invalid.isForReturnValue() -> Problem.invalid(FieldFaults.of(invalid));
            case BindException invalid -> Problem.invalid(FieldFaults.of(invalid));
            case HttpMessageNotReadableException unreadable -> JsonFaults.of(unreadable.getCause());
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing -> required(missing.getParameterName());
            case MissingRequestHeaderException missing -> required(missing.getHeaderName());
            case OptimisticLockingFailureException stale -> stale(conditional);
            case AuthenticationException unauthenticated -> authenticationRequired();
            case AccessDeniedException denied -> forbidden();
            case AsyncRequestTimeoutException late -> Problem.unavailable();
            case InvalidParameterException query -> Problem.malformed("The query can't be understood");
            case RequestRejectedException hostile -> rejected();
            case BadRequestException broken -> Problem.malformed("The request could not be read");
            case NoResourceFoundException nothing -> Problem.notFound();
            case ErrorResponse standard -> standard(standard, failure);
            default -> DatabaseFaults.isTransient(failure) ? Problem.unavailable() : Problem.internal();
        };
    }

    public static Problem authenticationRequired() {
        return Problem.of(401, "auth.required", "This needs a signed-in caller")
                .withHeader("WWW-Authenticate", "Bearer realm=\"banyan\"");
    }

    public static Problem badCredentials() {
        return Problem.of(401, "auth.invalid", "The credentials are not valid")
                .withHeader("WWW-Authenticate", "Bearer realm=\"banyan\", error=\"invalid_token\"");
    }

    public static Problem forbidden() {
        return Problem.of(403, "auth.forbidden", "The caller's role or scope does not allow this");
    }

    /** Control characters and the like, wherever they stand. */
    public static Problem rejected() {
        return Problem.malformed("The request's path, query or headers are not acceptable");
    }

    private static Problem stale(boolean conditional) {
        return conditional
                ? Problem.of(412, "precondition.failed", "It was changed meanwhile; read it again")
                : Problem.of(409, "request.conflict", "It was changed at the same time; try again");
    }

    private static Problem required(String name) {
        return Problem.invalid(List.of(new FieldError(name, "required", "must be given")));
    }

    /** What can't be an id identifies nothing. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        var parameter = mismatch.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Problem.of(404, module(parameter.getContainingClass()) + ".not-found", "There is no such thing");
        }
        var named = name(mismatch);
        return Problem.invalid(List.of(new FieldError(named, "invalid", "is invalid")));
    }

    private static String name(MethodArgumentTypeMismatchException mismatch) {
        var parameter = mismatch.getParameter();
        return parameter.hasParameterAnnotation(RequestParam.class)
                        || parameter.hasParameterAnnotation(RequestHeader.class)
                ? mismatch.getName()
                : String.valueOf(parameter.getParameterName());
    }

    /** The module of {@code dev.banyan.<module>.…}. */
    private static String module(Class<?> controller) {
        var names = controller.getPackageName().split("\\.", 4);
        return names.length > 2 ? names[2] : "request";
    }

    private static Problem standard(ErrorResponse response, Throwable failure) {
        return switch (failure) {
            case HttpRequestMethodNotSupportedException method ->
                withHeaders(
                        Problem.of(405, "request.method-not-allowed", "The path doesn't take this method"), response);
            case HttpMediaTypeNotSupportedException type ->
                withHeaders(
                        Problem.of(415, "request.unsupported-media-type", "The body's type is not taken here"),
                        response);
            case HttpMediaTypeNotAcceptableException type ->
                Problem.of(406, "request.not-acceptable", "The answer doesn't come in any accepted type");
            default -> ofStatus(response.getStatusCode().value());
        };
    }

    private static Problem withHeaders(Problem problem, ErrorResponse response) {
        var allow = response.getHeaders().getFirst("Allow");
        return allow == null ? problem : problem.withHeader("Allow", allow);
    }

    /** For failures of which the status alone is known. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> authenticationRequired();
            case 403 -> forbidden();
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "request.method-not-allowed", "The path doesn't take this method");
            case 413 -> Problem.of(413, "request.too-large", "A body has at most 1 MiB");
            case 503 -> Problem.unavailable();
            default ->
                status >= 400 && status < 500
                        ? Problem.of(status, "request.malformed", "The request can't be understood")
                        : Problem.internal();
        };
    }
}
