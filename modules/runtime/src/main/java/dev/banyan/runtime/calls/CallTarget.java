package dev.banyan.runtime.calls;

import dev.banyan.kernel.ModuleUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A module elsewhere: its instances, how many calls of it are under way, and whether it is worth calling. All calls of it share this. */
final class CallTarget {
    private static final Logger log = LoggerFactory.getLogger(CallTarget.class);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final String module;
    private final Instances instances;
    private final CallProperties properties;
    private final Semaphore places;
    private final CircuitBreaker breaker;

    CallTarget(String module, Instances instances, CallProperties properties) {
        this.module = module;
        this.instances = instances;
        this.properties = properties;
        this.places = new Semaphore(properties.concurrency());
        var settings = properties.breaker();
        this.breaker = CircuitBreaker.of(
                module,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.calls())
                        .minimumNumberOfCalls(settings.calls())
                        .failureRateThreshold(settings.failures())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn(
                        "Calls of the module {}: {}",
                        module,
                        change.getStateTransition().getToState()));
    }

    String module() {
        return module;
    }

    Instances instances() {
        return instances;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** Takes a place among the calls under way, which {@link #leave} gives back. */
    void enter() {
        try {
            if (places.tryAcquire(properties.queue().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
            log.warn("Too many calls of the module {} are under way", module);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw unavailable(SOON);
    }

    void leave() {
        places.release();
    }

    /** Whoever called may come back after that time, a second at least. */
    ModuleUnavailableException unavailable(Duration retryAfter) {
        return new ModuleUnavailableException(module, retryAfter.compareTo(SOON) > 0 ? retryAfter : SOON);
    }
}
