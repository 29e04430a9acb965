package dev.banyan.payments.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.banyan.runtime.events.Timers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookPurgeTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final WebhookRepository webhooks = mock(WebhookRepository.class);
    private final FollowUps followUps = mock(FollowUps.class);
    private final Timers timers = mock(Timers.class);
    private final WebhookPurge purge = new WebhookPurge(webhooks, timers, followUps);

    @Test
    void goesOnAtOnceWhenThereMayBeMore() {
        purge(1000);
        assertNext(Instant.EPOCH);
    }

    @Test
    void restsForADayWhenThereIsNoMore() {
        purge(999);
        assertNext(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void beginsWithTheStart() {
        purge.start();
        assertNext(Instant.EPOCH);
    }

    private void purge(int forgotten) {
        when(followUps.now()).thenReturn(NOW);
        when(webhooks.deleteBefore(any(), anyInt())).thenReturn(forgotten);
        purge.purge();
    }

    private void assertNext(Instant due) {
        verify(timers).schedule("webhooks", due, new WebhookPurgeDue());
    }
}
