package dev.banyan.runtime.observability;

import dev.banyan.kernel.Ids;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id, the client's {@code X-Request-Id} if it is well-formed, and sends it back. */
final class RequestIdFilter extends OncePerRequestFilter {
    private static final String LOG_FIELD = "requestId";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final ObjectProvider<Tracer> tracer;

    RequestIdFilter(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = requestId(request.getHeader(RequestIds.HEADER));
        request.setAttribute(RequestIds.REQUEST_ID, id);
        request.setAttribute(RequestIds.TRACE_ID, traceId());
        response.setHeader(RequestIds.HEADER, id);
        MDC.put(LOG_FIELD, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOG_FIELD);
        }
    }

    private static String requestId(@Nullable String sent) {
        return sent != null && FORM.matcher(sent).matches() ? sent : Ids.next().toString();
    }

    private @Nullable String traceId() {
        var present = tracer.getIfAvailable();
        var span = present == null ? null : present.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
