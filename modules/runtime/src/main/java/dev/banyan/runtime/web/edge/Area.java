package dev.banyan.runtime.web.edge;

import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;

/** What a path's first segment says; judged on the same parsed path that handlers are found by. */
enum Area {
    /** Controllers of the API, with all its conventions. */
    API,
    /** The description of the API: a library's controllers. */
    DESCRIPTION,
    /** The operators' endpoints. */
    ENDPOINTS,
    /** Pages of libraries that answer for themselves. */
    PAGES,
    /** Calls between processes, which have a security of their own. Processes write the path plainly; written otherwise it does not exist. */
    INTERNAL,
    /** Anything else does not exist. */
    NOWHERE;

    static Area of(RequestPath path) {
        return path.pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .findFirst()
                .map(segment -> of((PathSegment) segment))
                .orElse(NOWHERE);
    }

    private static Area of(PathSegment segment) {
        var area = of(segment.valueToMatch());
        return area == INTERNAL && !segment.value().equals(segment.valueToMatch()) ? NOWHERE : area;
    }

    private static Area of(String segment) {
        return switch (segment) {
            case "api", ".well-known" -> API;
            case "v3" -> DESCRIPTION;
            case "actuator" -> ENDPOINTS;
            case "docs", "swagger-ui" -> PAGES;
            case "internal" -> INTERNAL;
            default -> NOWHERE;
        };
    }
}
