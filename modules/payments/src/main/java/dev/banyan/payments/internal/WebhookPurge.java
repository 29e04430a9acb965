package dev.banyan.payments.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets webhooks that no provider repeats any more: at the start and every day, so many at a time. */
@Service
class WebhookPurge {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration INTERVAL = Duration.ofDays(1);
    private static final int BATCH = 1000;
    private static final String KEY = "webhooks";

    private final WebhookRepository webhooks;
    private final Timers timers;
    private final FollowUps followUps;

    WebhookPurge(WebhookRepository webhooks, Timers timers, FollowUps followUps) {
        this.webhooks = webhooks;
        this.timers = timers;
        this.followUps = followUps;
    }

    @Transactional
    public void start() {
        timers.schedule(KEY, Instant.EPOCH, new WebhookPurgeDue());
    }

    /** As often as needed: when there may be more, the next one follows at once. */
    @Transactional
    public void purge() {
        var now = followUps.now();
        boolean more = webhooks.deleteBefore(now.minus(KEPT), BATCH) == BATCH;
        timers.schedule(KEY, more ? Instant.EPOCH : now.plus(INTERVAL), new WebhookPurgeDue());
    }
}
