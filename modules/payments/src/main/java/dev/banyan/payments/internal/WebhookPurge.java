package dev.banyan.payments.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets webhooks that no provider repeats any more, every day. */
@Service
class WebhookPurge {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration INTERVAL = Duration.ofDays(1);
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
    public void schedule() {
        timers.schedule(KEY, followUps.now().plus(INTERVAL), new WebhookPurgeDue());
    }

    @Transactional
    public void purge() {
        webhooks.deleteBefore(followUps.now().minus(KEPT));
        timers.schedule(KEY, followUps.now().plus(INTERVAL), new WebhookPurgeDue());
    }
}
