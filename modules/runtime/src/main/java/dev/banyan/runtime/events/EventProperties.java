package dev.banyan.runtime.events;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are delivered.
 *
 * @param concurrency how many transactions one subscriber has at once; different keys only
 * @param attempts after how many failures an event is parked; failures that are an outage's aren't counted against it
 * @param firstRetry the pause after the first failure; it doubles with each further one, give or take a quarter
 * @param longestRetry the longest pause
 * @param subscribers what differs for one subscriber, by its name, such as {@code orders.payment-events-listener}
 * @param inMemory how many keys and publications of one subscriber are in memory at most; the rest wait in the table alone
 * @param grace how long a stopping process waits for running listeners
 * @param heartbeat how often an instance renews its lease and looks for others whose lease has ended
 * @param loopback whether listeners get what was stored instead of the published object: a test of what a crash would do
 */
@ConfigurationProperties("banyan.events")
record EventProperties(
        @DefaultValue("8") int concurrency,
        @DefaultValue("20") int attempts,
        @DefaultValue("200ms") Duration firstRetry,
        @DefaultValue("30s") Duration longestRetry,
        @DefaultValue Map<String, Difference> subscribers,
        @DefaultValue("10000") int inMemory,
        @DefaultValue("8s") Duration grace,
        @DefaultValue("1s") Duration heartbeat,
        @DefaultValue("false") boolean loopback) {

    /** What holds for one subscriber. */
    Policy of(String subscriber) {
        var other = subscribers.get(subscriber);
        return other == null
                ? new Policy(concurrency, attempts, firstRetry, longestRetry)
                : new Policy(
                        other.concurrency() == null ? concurrency : other.concurrency(),
                        other.attempts() == null ? attempts : other.attempts(),
                        other.firstRetry() == null ? firstRetry : other.firstRetry(),
                        other.longestRetry() == null ? longestRetry : other.longestRetry());
    }

    /** What is set for one subscriber; null where the common value holds. */
    record Difference(
            @Nullable Integer concurrency,
            @Nullable Integer attempts,
            @Nullable Duration firstRetry,
            @Nullable Duration longestRetry) {}

    /** One subscriber's values. */
    record Policy(int concurrency, int attempts, Duration firstRetry, Duration longestRetry) {}
}
