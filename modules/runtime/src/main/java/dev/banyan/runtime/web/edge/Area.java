package dev.banyan.runtime.web.edge;

import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;

/** What a path's first segment says; judged on the same parsed path that handlers are found by. */
enum Area {
    /** Controllers of the API, with all its conventions. */
    API(Set.of("api", ".well-known")),
    /** Pages and endpoints of libraries that answer for themselves. */
    OPEN(Set.of("actuator", "docs", "swagger-ui", "v3", "error")),
    /** Anything else, calls between modules included, does not exist from outside. */
    NOWHERE(Set.of());

    private final Set<String> firstSegments;

    Area(Set<String> firstSegments) {
        this.firstSegments = firstSegments;
    }

    static Area of(RequestPath path) {
        return path.pathWithinApplication().elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .findFirst()
                .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch())
                .map(Area::of)
                .orElse(NOWHERE);
    }

    private static Area of(String segment) {
        for (var area : values()) {
            if (area.firstSegments.contains(segment)) {
                return area;
            }
        }
        return NOWHERE;
    }
}
