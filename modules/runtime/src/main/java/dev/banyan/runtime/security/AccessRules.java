package dev.banyan.runtime.security;

import java.lang.reflect.Method;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** What {@link Access} means. */
public final class AccessRules {
    private AccessRules() {}

    /** The method's rule, else its class's; empty when there is none, and then nobody may call. */
    public static Optional<Access> of(Method method, Class<?> type) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, Access.class);
        return Optional.ofNullable(own != null ? own : AnnotatedElementUtils.findMergedAnnotation(type, Access.class));
    }

    public static boolean allows(Access rule, Caller caller) {
        if (caller.isApiKey()) {
            return rule.scope().isEmpty()
                    ? rule.value() == Access.Level.ANYONE
                    : caller.scopes().contains(rule.scope());
        }
        return switch (rule.value()) {
            case ANYONE -> true;
            case SIGNED_IN -> caller.isUser();
            case STAFF -> caller.isStaff();
            case ADMIN -> caller.isAdmin();
        };
    }
}
