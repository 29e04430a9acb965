package dev.banyan.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.banyan.orders.internal.OverdueSweep.Sweep;
import dev.banyan.runtime.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueSweepTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final CheckoutLedger checkouts = mock(CheckoutLedger.class);
    private final Cancellation cancellation = mock(Cancellation.class);
    private final AtomicReference<Instant> next = new AtomicReference<>();

    @ParameterizedTest
    @CsvSource({"100, 0, 0", "0, 100, 0", "0, 0, 100"})
    void goesOnAtOnceWhenThereMayBeMore(int abandoned, int forgotten, int overdue) {
        assertThat(nextAfter(abandoned, forgotten, overdue)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void restsWhenThereIsNoMore() {
        assertThat(nextAfter(99, 99, 99)).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void leavesAloneWhatMayStillBeOnItsWay() {
        nextAfter(0, 0, 0);
        verify(checkouts).abandonOverdue(NOW.minusSeconds(60), 100);
        verify(checkouts).forget(NOW.minus(Duration.ofHours(25)), 100);
        verify(cancellation).requestOverdue(NOW.minus(Duration.ofMinutes(10)), 100);
    }

    private Instant nextAfter(int abandoned, int forgotten, int overdue) {
        when(checkouts.abandonOverdue(any(), anyInt())).thenReturn(abandoned);
        when(checkouts.forget(any(), anyInt())).thenReturn(forgotten);
        when(cancellation.requestOverdue(any(), anyInt())).thenReturn(overdue);
        var properties = new OrdersProperties(
                Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofSeconds(10));
        new OverdueSweep(checkouts, cancellation, new Remembered(), properties, Clock.fixed(NOW, ZoneOffset.UTC))
                .on(new Sweep());
        return next.get();
    }

    private final class Remembered implements Timers {
        @Override
        public void schedule(String key, Instant due, Record timer) {
            next.set(due);
        }

        @Override
        public boolean cancel(Class<? extends Record> type, String key) {
            return false;
        }
    }
}
