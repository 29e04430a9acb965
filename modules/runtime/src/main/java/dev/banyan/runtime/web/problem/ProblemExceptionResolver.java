package dev.banyan.runtime.web.problem;

import dev.banyan.kernel.ModuleException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failure of a handler with a problem. */
public final class ProblemExceptionResolver implements HandlerExceptionResolver, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionResolver.class);
    private static final String DECIDED = ProblemExceptionResolver.class.getName() + ".decided";
    private static final String SWALLOWED = ProblemExceptionResolver.class.getName() + ".swallowed";

    private final ProblemWriter writer;

    ProblemExceptionResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Whether nothing was answered, because the client is gone: the response's status says nothing then. */
    public static boolean swallowed(ServletRequest request) {
        return request.getAttribute(SWALLOWED) != null;
    }

    /** Whether the request was refused by what it asked for, rather than on the way there. */
    public static boolean decidedByOperation(ServletRequest request) {
        return request.getAttribute(DECIDED) != null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (ClientGone.causes(failure)) {
            request.setAttribute(SWALLOWED, true);
            return new ModelAndView();
        }
        if (failure instanceof ModuleException) {
            request.setAttribute(DECIDED, true);
        }
        try {
            answer(request, response, failure);
        } catch (IOException gone) {
            log.debug("The client did not wait for the answer", gone);
        }
        return new ModelAndView();
    }

    /** Writes what {@code failure} means; one that nobody foresaw is logged, the client gets its trace id. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        boolean conditional =
                failure instanceof OptimisticLockingFailureException && request.getHeader(HttpHeaders.IF_MATCH) != null;
        var problem = Problems.of(failure, conditional);
        if (problem.status() == 500) {
            log.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), failure);
        } else if (problem.status() == 503) {
            log.warn(
                    "{} {} can't be handled now: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        }
        writer.write(request, response, problem);
    }
}
