package dev.banyan.runtime.calls;

import dev.banyan.kernel.Command;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import dev.banyan.kernel.Query;
import dev.banyan.runtime.security.CurrentCaller;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.web.client.RestClientException;

/**
 * Makes a call over the network: within a deadline, queries and keyed commands in several attempts, each at the instances in turn until one accepts
 * a connection. What the module decided is never asked twice.
 */
final class RemoteCall implements MethodInterceptor {
    private static final Logger log = LoggerFactory.getLogger(RemoteCall.class);

    private final CallTarget target;
    private final CallProperties properties;
    private final CallTokens tokens;

    RemoteCall(CallTarget target, CallProperties properties, CallTokens tokens) {
        this.target = target;
        this.properties = properties;
        this.tokens = tokens;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        target.enter();
        try {
            return inAttempts((ProxyMethodInvocation) call);
        } finally {
            target.leave();
        }
    }

    private @Nullable Object inAttempts(ProxyMethodInvocation call) throws Throwable {
        long deadline = System.nanoTime() + properties.deadline().toNanos();
        int attempts = isRepeatable(call.getMethod()) ? properties.attempts() : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                return guarded(call, deadline);
            } catch (UndecidedCallException failure) {
                var pause = pause(attempt);
                boolean over =
                        attempt >= attempts || !failure.isPassing() || deadline - System.nanoTime() <= pause.toNanos();
                if (over || !slept(pause)) {
                    throw unavailable(failure);
                }
            }
        }
    }

    private @Nullable Object guarded(ProxyMethodInvocation call, long deadline) throws Throwable {
        var breaker = target.breaker();
        if (!breaker.tryAcquirePermission()) {
            throw target.unavailable(properties.breaker().pause());
        }
        long start = System.nanoTime();
        try {
            var result = atOneInstance(call, deadline);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return result;
        } catch (ModuleException decided) {
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            throw decided;
        } catch (UndecidedCallException failure) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
            throw failure;
        } catch (Throwable notTheModules) {
            breaker.releasePermission();
            throw notTheModules;
        }
    }

    /** The next instance is asked only if this one can't have got the request. */
    private @Nullable Object atOneInstance(ProxyMethodInvocation call, long deadline) throws Throwable {
        var token = tokens.issue(target.module(), CurrentCaller.get());
        UndecidedCallException last = null;
        for (var instance : target.instances().inTurn()) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                break;
            }
            var timeout = left.compareTo(properties.read()) < 0 ? left : properties.read();
            try {
                var result = new Attempt(instance, token, timeout)
                        .make(() -> call.invocableClone().proceed());
                target.instances().answered(instance);
                return result;
            } catch (RestClientException failure) {
                target.instances().failed(instance);
                last = new UndecidedCallException(
                        "%s did not answer".formatted(instance), true, Duration.ofSeconds(1), failure);
                if (!neverConnected(failure)) {
                    break;
                }
            }
        }
        throw last != null ? last : new UndecidedCallException("No time is left", false, Duration.ofSeconds(1), null);
    }

    private ModuleUnavailableException unavailable(UndecidedCallException failure) {
        log.warn("A call of the module {} failed: {}", target.module(), failure.getMessage());
        var unavailable = target.unavailable(failure.retryAfter());
        unavailable.initCause(failure);
        return unavailable;
    }

    private static boolean isRepeatable(Method method) {
        return method.isAnnotationPresent(Query.class) || method.isAnnotationPresent(Command.class);
    }

    private static boolean neverConnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Doubles with each attempt; somewhere between half and all of it, so that many callers don't come back at once. */
    private Duration pause(int attempt) {
        long longest = Math.max(2, properties.firstRetry().toNanos() << (attempt - 1));
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
