package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Answers for the whole system what concerns every process. A request that another process has sent is answered by this one for itself alone. */
final class WholeSystemFilter extends OncePerRequestFilter {
    /** One of them makes work for every process. */
    private static final int AT_ONCE = 16;

    private final Map<PathPattern, WholeSystemCall> calls = new LinkedHashMap<>();
    private final Everyone everyone;
    private final ProblemWriter writer;
    private final Semaphore permits = new Semaphore(AT_ONCE);

    WholeSystemFilter(List<WholeSystemCall> calls, Everyone everyone, ProblemWriter writer) {
        calls.forEach(call -> this.calls.put(PathPatternParser.defaultInstance.parse(call.path()), call));
        this.everyone = everyone;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filters)
            throws ServletException, IOException {
        var call = Mark.isOn(request)
                ? Optional.<WholeSystemCall>empty()
                : find(ServletRequestPathUtils.parseAndCache(request).pathWithinApplication());
        if (call.isEmpty()) {
            filters.doFilter(request, response);
        } else if (permits.tryAcquire()) {
            try {
                call.get().answer(request, response, everyone);
            } finally {
                permits.release();
            }
        } else {
            writer.write(request, response, Problem.unavailable());
        }
    }

    private Optional<WholeSystemCall> find(PathContainer path) {
        return calls.entrySet().stream()
                .filter(call -> call.getKey().matches(path))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
