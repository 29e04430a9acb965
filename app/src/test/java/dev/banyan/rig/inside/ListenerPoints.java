package dev.banyan.rig.inside;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;

/** {@code listener-begin} and {@code listener-end} with the listener's id; at the end its transaction is committed. */
final class ListenerPoints implements MethodInterceptor {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    /** The id of the listener that runs on this thread, unless it is calling another module. */
    static @Nullable String current() {
        return CURRENT.get();
    }

    /** Runs something that is not the listener's own. */
    static <T, E extends Throwable> T outside(Work<T, E> work) throws E {
        var listener = CURRENT.get();
        CURRENT.remove();
        try {
            return work.run();
        } finally {
            if (listener != null) {
                CURRENT.set(listener);
            }
        }
    }

    /** What may throw anything. */
    @FunctionalInterface
    interface Work<T, E extends Throwable> {
        T run() throws E;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var listener = AnnotatedElementUtils.findMergedAnnotation(call.getMethod(), ApplicationModuleListener.class);
        if (listener == null) {
            return call.proceed();
        }
        Failpoints.pass("listener-begin " + listener.id());
        CURRENT.set(listener.id());
        Object result;
        try {
            result = call.proceed();
        } finally {
            CURRENT.remove();
        }
        Failpoints.pass("listener-end " + listener.id());
        return result;
    }
}
