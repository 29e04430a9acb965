package dev.banyan.runtime.events;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Runs a call to another module without the delivery that is bound to this thread: the other module's transactions are its own. */
public final class DeliverySuspension implements MethodInterceptor {
    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var suspended = Delivery.suspend();
        try {
            return call.proceed();
        } finally {
            Delivery.resume(suspended);
        }
    }
}
