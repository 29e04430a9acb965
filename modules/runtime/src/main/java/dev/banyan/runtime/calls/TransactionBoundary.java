package dev.banyan.runtime.calls;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Refuses a module call while a transaction is open: it could never be part of it once the module runs elsewhere. */
final class TransactionBoundary implements MethodInterceptor {
    private final Class<?> api;

    TransactionBoundary(Class<?> api) {
        this.api = api;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "%s was called inside the transaction of %s. It can't be part of that transaction, because %s may run in another process: call it before the transaction opens or after it is committed."
                            .formatted(
                                    ModuleCalls.describe(api, call.getMethod().getName()),
                                    TransactionSynchronizationManager.getCurrentTransactionName(),
                                    ModuleCalls.module(api)));
        }
        return call.proceed();
    }
}
