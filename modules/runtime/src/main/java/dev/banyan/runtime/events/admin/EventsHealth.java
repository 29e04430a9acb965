package dev.banyan.runtime.events.admin;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** How many events are parked. That they are makes nothing unhealthy: only their own keys wait. */
final class EventsHealth extends AbstractHealthIndicator {
    private final Backlog backlog;

    EventsHealth(Backlog backlog) {
        super("The events can't be counted");
        this.backlog = backlog;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("parked", backlog.parked());
    }
}
