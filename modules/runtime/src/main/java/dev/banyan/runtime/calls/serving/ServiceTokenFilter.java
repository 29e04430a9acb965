package dev.banyan.runtime.calls.serving;

import dev.banyan.runtime.security.CurrentCaller;
import dev.banyan.runtime.security.ServiceTokenCheck;
import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemWriter;
import dev.banyan.runtime.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets through calls with a service token for the module in their path, on behalf of the caller that it names. Without one there is nothing here,
 * whatever other credentials are shown; a bad one is told so.
 */
final class ServiceTokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final @Nullable ServiceTokenCheck check;
    private final ProblemWriter problems;

    /** @param check null in a process that nobody calls */
    ServiceTokenFilter(@Nullable ServiceTokenCheck check, ProblemWriter problems) {
        this.check = check;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = token(request);
        if (check == null || token.isEmpty()) {
            problems.write(request, response, Problem.notFound());
            return;
        }
        var caller = check.verify(token.get(), module(request));
        if (caller.isEmpty()) {
            problems.write(request, response, Problems.badCredentials());
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(CurrentCaller.authentication(caller.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        return headers.size() == 1 && headers.getFirst().startsWith(BEARER)
                ? Optional.of(headers.getFirst().substring(BEARER.length())).filter(ServiceTokenCheck::isOne)
                : Optional.empty();
    }

    /** The second segment of {@code /internal/<module>/…}. */
    private static String module(HttpServletRequest request) {
        return ServletRequestPathUtils.parseAndCache(request).pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch())
                .skip(1)
                .findFirst()
                .orElse("");
    }
}
