package dev.banyan.runtime.calls;

import dev.banyan.kernel.ModuleException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Times calls as {@code banyan.calls} by module, method, whether it runs elsewhere ({@code remote}), and outcome ({@code ok}, the failure's
 * code, or {@code error}).
 */
final class CallMeter implements MethodInterceptor {
    private final String module;
    private final boolean remote;
    private final Supplier<MeterRegistry> meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    CallMeter(String module, boolean remote, Supplier<MeterRegistry> meters) {
        this.module = module;
        this.remote = remote;
        this.meters = meters;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        long start = System.nanoTime();
        var outcome = "error";
        try {
            var result = call.proceed();
            outcome = "ok";
            return result;
        } catch (ModuleException failure) {
            outcome = failure.code();
            throw failure;
        } finally {
            timer(call.getMethod().getName(), outcome).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(String method, String outcome) {
        return timers.computeIfAbsent(
                method + "/" + outcome,
                same -> Timer.builder("banyan.calls")
                        .description("Calls of module APIs")
                        .tag("module", module)
                        .tag("method", method)
                        .tag("remote", String.valueOf(remote))
                        .tag("outcome", outcome)
                        .register(meters.get()));
    }
}
