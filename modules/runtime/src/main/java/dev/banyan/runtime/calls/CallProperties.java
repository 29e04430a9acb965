package dev.banyan.runtime.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How modules are called.
 *
 * @param loopback whether local calls go through JSON both ways, and queries and keyed commands are made twice: a test of what a
 *     split would do
 * @param connect how long an instance may take to accept a connection
 * @param read how long it may take to answer in full
 * @param deadline how long a call may take, all attempts together
 * @param attempts how often a query or a keyed command is tried
 * @param firstRetry the pause before the second attempt, doubling; a random part of it is left out
 * @param concurrency how many calls of a module may be under way at once
 * @param queue how long a call beyond that waits for its turn
 */
@ConfigurationProperties("banyan.calls")
record CallProperties(
        @DefaultValue("false") boolean loopback,
        @DefaultValue("1s") Duration connect,
        @DefaultValue("5s") Duration read,
        @DefaultValue("8s") Duration deadline,
        @DefaultValue("3") int attempts,
        @DefaultValue("50ms") Duration firstRetry,
        @DefaultValue("64") int concurrency,
        @DefaultValue("500ms") Duration queue,
        @DefaultValue Breaker breaker) {
    /**
     * When a module isn't called any more for a while.
     *
     * @param calls how many of the last calls are looked at
     * @param failures the percentage of them that failed
     * @param pause how long until it is tried again
     */
    record Breaker(
            @DefaultValue("20") int calls,
            @DefaultValue("50") int failures,
            @DefaultValue("5s") Duration pause) {}
}
