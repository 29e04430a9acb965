package dev.banyan.runtime.web.problem;

import dev.banyan.runtime.observability.RequestIds;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.HttpRequestHandler;

/** Where the container sends what failed outside of handlers: {@code sendError}, and exceptions out of filters. */
final class ErrorDispatch implements ErrorController, HttpRequestHandler {
    private static final Logger log = LoggerFactory.getLogger(ErrorDispatch.class);

    private final ProblemWriter writer;

    ErrorDispatch(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(request, response, problem(request));
    }

    private static Problem problem(HttpServletRequest request) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof IOException) {
            // Of requests alone: the handlers' own were answered where they were thrown.
            return Problem.malformed("The request could not be read");
        }
        if (thrown instanceof Throwable failure) {
            var problem = Problems.of(failure, false);
            if (problem.status() == 500) {
                log.error("Unexpected failure in trace {}", RequestIds.trace(request), failure);
            }
            return problem;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Problems.ofStatus(status)
                : Problem.notFound();
    }
}
