package dev.banyan.runtime.transport;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** What doesn't work with the broker, and for how many seconds. It makes nothing unhealthy: events wait, and everything else goes on. */
final class BrokerHealth extends AbstractHealthIndicator {
    private final BrokerStatus status;

    BrokerHealth(BrokerStatus status) {
        super("The broker's state can't be told");
        this.status = status;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("failing", status.failures());
    }
}
