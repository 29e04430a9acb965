package dev.banyan.runtime.observability;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The ids under which a request is found in logs and traces. */
public final class RequestIds {
    static final String REQUEST_ID = RequestIds.class.getName() + ".request";
    static final String TRACE_ID = RequestIds.class.getName() + ".trace";

    /** Carries the request's own id. */
    public static final String HEADER = "X-Request-Id";

    private RequestIds() {}

    /** The request's own id; null before it is known. */
    public static @Nullable String request(ServletRequest request) {
        return (String) request.getAttribute(REQUEST_ID);
    }

    /** The trace's id; the request's own where nothing is traced; null before either is known. */
    public static @Nullable String trace(ServletRequest request) {
        var trace = (String) request.getAttribute(TRACE_ID);
        return trace == null ? (String) request.getAttribute(REQUEST_ID) : trace;
    }
}
