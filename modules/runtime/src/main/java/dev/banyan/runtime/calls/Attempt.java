package dev.banyan.runtime.calls;

import dev.banyan.kernel.ModuleException;
import java.net.URI;
import java.time.Duration;

/**
 * One request to one instance. It is bound to the code that makes the request, which knows of modules alone.
 *
 * @param instance its base address
 * @param token what the request proves itself with
 * @param timeout how long it may take
 */
record Attempt(URI instance, String token, Duration timeout) {
    static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

    /**
     * Makes {@code request} as this attempt.
     *
     * @throws ModuleException what the module decided
     * @throws UndecidedCallException when it is unknown what came of it
     */
    <T> T make(ScopedValue.CallableOp<T, Throwable> request) throws Throwable {
        return ScopedValue.where(CURRENT, this).call(request);
    }
}
