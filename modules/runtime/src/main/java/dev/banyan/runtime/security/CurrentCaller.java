package dev.banyan.runtime.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller on whose behalf the current thread works, for code that isn't handed one. */
public final class CurrentCaller {
    private CurrentCaller() {}

    /** {@link Caller#ANONYMOUS} outside a request and when no credentials were sent. */
    public static Caller get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : Caller.ANONYMOUS;
    }

    /** Lets the current thread work for {@code caller} while {@code action} runs; whoever was there before is back afterwards. */
    public static void runAs(Caller caller, Runnable action) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(caller));
        SecurityContextHolder.setContext(context);
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** The caller in Spring Security's terms. */
    public static Authentication authentication(Caller caller) {
        return new CallerAuthentication(caller);
    }
}
