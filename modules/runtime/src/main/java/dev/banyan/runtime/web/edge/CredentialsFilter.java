package dev.banyan.runtime.web.edge;

import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.security.Authenticator;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.CurrentCaller;
import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemWriter;
import dev.banyan.runtime.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a request's credentials: one bearer token or one API key. Bad ones end the request, also where none are needed; a
 * client that sends them believes that they count.
 */
final class CredentialsFilter extends OncePerRequestFilter {
    private static final String API_KEY = "X-Api-Key";
    private static final String BEARER = "Bearer ";

    private final Authenticator authenticator;
    private final ProblemWriter writer;

    CredentialsFilter(Authenticator authenticator, ProblemWriter writer) {
        this.authenticator = authenticator;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        var apiKey = Collections.list(request.getHeaders(API_KEY));
        if (!authorization.isEmpty() || !apiKey.isEmpty()) {
            try {
                var caller = caller(authorization, apiKey);
                if (caller.isEmpty()) {
                    writer.write(request, response, Problems.badCredentials());
                    return;
                }
                signIn(caller.get());
            } catch (ModuleException unavailable) {
                writer.write(request, response, Problem.of(unavailable));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(List<String> authorization, List<String> apiKey) {
        if (authorization.size() + apiKey.size() != 1) {
            return Optional.empty();
        }
        if (!apiKey.isEmpty()) {
            return authenticator.apiKey(apiKey.getFirst());
        }
        var header = authorization.getFirst();
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authenticator.accessToken(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static void signIn(Caller caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(CurrentCaller.authentication(caller));
        SecurityContextHolder.setContext(context);
    }
}
