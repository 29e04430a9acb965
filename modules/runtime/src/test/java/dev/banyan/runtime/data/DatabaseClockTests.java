package dev.banyan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DatabaseClockTests {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final DatabaseClock clock = new DatabaseClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void followsTheDatabaseWhenItsOwnClockIsADayOff() {
        clock.observe(NOON.minus(Duration.ofDays(1)));
        assertThat(clock.instant()).isEqualTo(NOON.minus(Duration.ofDays(1)));
        clock.observe(NOON.plus(Duration.ofDays(1)));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void doesNotJumpForWhatTheNetworkTakes() {
        clock.observe(NOON.plusMillis(200));
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
