package dev.banyan.runtime.web.edge;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;

/** The controller's method that a request is for, found once: what is checked is what runs. */
public final class Route {
    private static final String CHAIN = Route.class.getName();

    private Route() {}

    /** Empty for requests that are not for a controller of the API. */
    public static Optional<HandlerMethod> handler(ServletRequest request) {
        var chain = chain(request);
        return chain != null && chain.getHandler() instanceof HandlerMethod method
                ? Optional.of(method)
                : Optional.empty();
    }

    static void set(ServletRequest request, HandlerExecutionChain chain) {
        request.setAttribute(CHAIN, chain);
    }

    static @Nullable HandlerExecutionChain chain(ServletRequest request) {
        return (HandlerExecutionChain) request.getAttribute(CHAIN);
    }
}
