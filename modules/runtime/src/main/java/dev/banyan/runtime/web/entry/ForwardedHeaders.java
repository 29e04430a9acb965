package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.observability.RequestIds;
import dev.banyan.runtime.web.edge.TrustedProxies;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A client's headers as the target gets them: without this connection's own, and with who the client is. What the request says of that itself counts
 * only from trusted proxies.
 */
final class ForwardedHeaders {
    private static final String FOR = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final List<String> REWRITTEN = List.of(
            Mark.HEADER, RequestIds.HEADER, "Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", FOR, HOST, PROTO);

    private final Mark mark;
    private final TrustedProxies trusted;
    private final ObjectProvider<Tracer> tracers;
    private final ObjectProvider<Propagator> propagators;

    ForwardedHeaders(
            Mark mark, TrustedProxies trusted, ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
        this.mark = mark;
        this.trusted = trusted;
        this.tracers = tracers;
        this.propagators = propagators;
    }

    /** Sets the headers of {@code target} to what goes on of those of {@code request}. */
    void copy(HttpServletRequest request, HttpRequest.Builder target) {
        var hops = new Hops(Collections.list(request.getHeaders("Connection")));
        var written = writeOwn(request, target);
        for (var name : Collections.list(request.getHeaderNames())) {
            if (!hops.include(name) && !written.contains(name)) {
                request.getHeaders(name).asIterator().forEachRemaining(value -> target.header(name, value));
            }
        }
    }

    private Set<String> writeOwn(HttpServletRequest request, HttpRequest.Builder target) {
        var written = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        written.addAll(REWRITTEN);
        target.setHeader(Mark.HEADER, mark.value());
        var id = RequestIds.request(request);
        if (id != null) {
            target.setHeader(RequestIds.HEADER, id);
        }
        boolean believed = trusted.include(request.getRemoteAddr());
        target.setHeader(FOR, way(request, believed));
        target.setHeader(HOST, said(request, HOST, believed, request.getHeader("Host")));
        target.setHeader(PROTO, said(request, PROTO, believed, request.getScheme()));
        trace(target, written);
        return written;
    }

    private static String way(HttpServletRequest request, boolean believed) {
        var hops = new ArrayList<String>();
        if (believed) {
            hops.addAll(Collections.list(request.getHeaders(FOR)));
        }
        hops.add(request.getRemoteAddr());
        return String.join(", ", hops);
    }

    private static String said(HttpServletRequest request, String header, boolean believed, @Nullable String own) {
        var earlier = believed ? request.getHeader(header) : null;
        return earlier != null ? earlier : String.valueOf(own);
    }

    /** The target goes on in this process's trace, if it has one. */
    private void trace(HttpRequest.Builder target, Set<String> written) {
        var tracer = tracers.getIfAvailable();
        var propagator = propagators.getIfAvailable();
        var span = tracer == null ? null : tracer.currentSpan();
        if (span != null && propagator != null) {
            propagator.inject(span.context(), target, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.setHeader(name, value);
                    written.add(name);
                }
            });
        }
    }
}
