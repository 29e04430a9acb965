package dev.banyan.runtime.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are delivered.
 *
 * @param concurrency how many events one subscriber handles at once; different keys only
 * @param firstRetry the pause after the first failure; it doubles with each further one, give or take a quarter
 * @param longestRetry the longest pause
 * @param inMemory how many keys and publications of one subscriber are in memory at most; the rest wait in the table alone
 * @param grace how long a stopping process waits for running listeners
 * @param loopback whether listeners get what was stored instead of the published object: a test of what a crash would do
 */
@ConfigurationProperties("banyan.events")
record EventProperties(
        @DefaultValue("8") int concurrency,
        @DefaultValue("200ms") Duration firstRetry,
        @DefaultValue("1m") Duration longestRetry,
        @DefaultValue("10000") int inMemory,
        @DefaultValue("8s") Duration grace,
        @DefaultValue("false") boolean loopback) {}
