package dev.banyan.runtime.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;

/** Reads query parameters that stand for one value. */
public final class QueryParameters {
    private QueryParameters() {}

    /** Null when it isn't given; given more than once it answers 400. */
    public static @Nullable String single(NativeWebRequest request, String name) {
        var values = request.getParameterValues(name);
        if (values == null) {
            return null;
        }
        if (values.length != 1) {
            throw InvalidRequestException.field(name, "invalid", "is given more than once");
        }
        return values[0];
    }
}
