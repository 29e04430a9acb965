package dev.banyan.runtime.calls.serving;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is called under {@code /internal/**}: methods of APIs, and no controller. Whoever gets here has shown a service token for the module. */
public final class InternalMapping extends RequestMappingHandlerMapping {
    static final String PATH = "/internal/";

    InternalMapping() {
        setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    /** Maps the methods of {@code api} to {@code target}, at {@code path} followed by their own. */
    public void serve(Class<?> api, Object target, String path) {
        for (var method : api.getMethods()) {
            var exchange = Objects.requireNonNull(getMappingForMethod(method, api), method::toString);
            var mapping = path.isEmpty()
                    ? exchange
                    : RequestMappingInfo.paths(path)
                            .options(getBuilderConfiguration())
                            .build()
                            .combine(exchange);
            registerMapping(mapping, target, method);
        }
    }

    @Override
    protected boolean isHandler(Class<?> beanType) {
        return false;
    }

    /** A controller that maps the path is not looked for. */
    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> mappings, String path, HttpServletRequest request) throws ServletException {
        var other = super.handleNoMatch(mappings, path, request);
        if (other == null && path.startsWith(PATH)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return other;
    }
}
