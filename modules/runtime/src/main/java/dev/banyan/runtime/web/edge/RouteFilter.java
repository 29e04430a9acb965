package dev.banyan.runtime.web.edge;

import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemExceptionResolver;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The first checks of the API, in their order: is there something at the path (404), does it take the method (405), is the
 * body small enough (413), of a type that is understood (415), and is the answer's type accepted (406).
 */
final class RouteFilter extends OncePerRequestFilter {
    private final HandlerMapping controllers;
    private final HandlerMapping endpoints;
    private final ProblemWriter writer;
    private final ProblemExceptionResolver failures;
    private final MediaTypes mediaTypes = new MediaTypes();
    private final BodyBudget budget = new BodyBudget();

    RouteFilter(
            HandlerMapping controllers,
            HandlerMapping endpoints,
            ProblemWriter writer,
            ProblemExceptionResolver failures) {
        this.controllers = controllers;
        this.endpoints = endpoints;
        this.writer = writer;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filters)
            throws ServletException, IOException {
        switch (Area.of(ServletRequestPathUtils.parseAndCache(request))) {
            case API -> route(request, response, filters);
            case DESCRIPTION -> pass(controllers, request, response, filters);
            case ENDPOINTS -> pass(endpoints, request, response, filters);
            case PAGES, INTERNAL -> filters.doFilter(request, response);
            case NOWHERE -> writer.write(request, response, Problem.notFound());
        }
    }

    private void route(HttpServletRequest request, HttpServletResponse response, FilterChain filters)
            throws ServletException, IOException {
        try (var memory = budget.share()) {
            BufferedBody checked;
            try {
                checked = check(request, memory);
            } catch (Exception failure) {
                refuse(request, response, failure);
                return;
            }
            filters.doFilter(checked, response);
        }
    }

    /** Of what isn't a controller of ours, only whether it is there: beforehand, or in its own silent words. */
    private void pass(
            HandlerMapping mapping, HttpServletRequest request, HttpServletResponse response, FilterChain filters)
            throws ServletException, IOException {
        try {
            find(mapping, request);
        } catch (Exception failure) {
            refuse(request, response, failure);
            return;
        }
        filters.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
            writer.write(request, response, Problem.notFound());
        }
    }

    private BufferedBody check(HttpServletRequest request, BodyBudget.Share memory) throws Exception {
        try {
            var handler = find(controllers, request);
            var body = BufferedBody.read(request, memory);
            if (handler.getHandler() instanceof HandlerMethod method) {
                mediaTypes.check(method, body);
            }
            Route.set(request, handler);
            return body;
        } catch (HttpMediaTypeException | ServletRequestBindingException unsuitable) {
            BufferedBody.read(request, memory);
            throw unsuitable;
        }
    }

    /** Asks on behalf of {@code OPTIONS} which methods there are, with one that no handler takes. */
    private static HandlerExecutionChain find(HandlerMapping mapping, HttpServletRequest request) throws Exception {
        var handler = mapping.getHandler(isOptions(request) ? new Asking(request) : request);
        if (handler == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return handler;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (isOptions(request) && failure instanceof HttpRequestMethodNotSupportedException methods) {
            response.setHeader(HttpHeaders.ALLOW, methods.getHeaders().getFirst(HttpHeaders.ALLOW));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            failures.answer(request, response, failure);
        }
    }

    private static boolean isOptions(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.OPTIONS.name());
    }

    private static final class Asking extends HttpServletRequestWrapper {
        Asking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.TRACE.name();
        }
    }
}
