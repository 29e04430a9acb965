package dev.banyan.runtime.web.edge;

import dev.banyan.runtime.security.Access;
import dev.banyan.runtime.security.AccessRules;
import dev.banyan.runtime.security.Caller;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;

/** Lets through whom the handler's {@link Access} allows; without a handler or a rule, nobody. */
final class HandlerAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private final Map<Method, Optional<Access>> rules = new ConcurrentHashMap<>();

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        boolean allowed = Route.handler(request.getRequest())
                .flatMap(this::rule)
                .map(rule -> AccessRules.allows(rule, caller(authentication.get())))
                .orElse(false);
        return new AuthorizationDecision(allowed);
    }

    private Optional<Access> rule(HandlerMethod handler) {
        return rules.computeIfAbsent(handler.getMethod(), method -> AccessRules.of(method, handler.getBeanType()));
    }

    private static Caller caller(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : Caller.ANONYMOUS;
    }
}
