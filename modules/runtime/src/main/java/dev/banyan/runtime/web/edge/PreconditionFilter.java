package dev.banyan.runtime.web.edge;

import dev.banyan.runtime.web.Idempotent;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;

/** Refuses requests without the headers that their handler needs, before anything of them is read. */
final class PreconditionFilter extends OncePerRequestFilter {
    private final ProblemWriter writer;

    PreconditionFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var fault = Route.handler(request).flatMap(handler -> fault(handler, request));
        if (fault.isPresent()) {
            writer.write(request, response, fault.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Problem> fault(HandlerMethod handler, HttpServletRequest request) {
        var idempotent = handler.getMethodAnnotation(Idempotent.class);
        if (idempotent != null && idempotent.required() && request.getHeader(IdempotencyKey.HEADER) == null) {
            return Optional.of(Problem.of(IdempotencyKey.missing()));
        }
        if (takesIfMatch(handler) && request.getHeader(HttpHeaders.IF_MATCH) == null) {
            return Optional.of(Problem.of(IfMatchArgument.missing()));
        }
        return hasNul(request.getQueryString())
                ? Optional.of(Problem.malformed("The NUL character is not allowed"))
                : Optional.empty();
    }

    private static boolean takesIfMatch(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IfMatch.class);
    }

    /** PostgreSQL can't take it, so that it finds nothing wherever it stands. */
    private static boolean hasNul(@Nullable String query) {
        return query != null && query.contains("%00");
    }
}
