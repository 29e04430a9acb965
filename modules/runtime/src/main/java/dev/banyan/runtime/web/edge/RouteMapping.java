package dev.banyan.runtime.web.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** Hands the dispatcher the handler that {@link RouteFilter} found. */
final class RouteMapping implements HandlerMapping, Ordered {
    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR ? null : Route.chain(request);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
