package dev.banyan.runtime.transport;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events travel.
 *
 * @param partitions into how many parts a module's events are divided, each of which keeps its order. Only for what doesn't exist yet on
 *     Kafka; on RabbitMQ the same in all processes, for good
 * @param inbox for how long a received event is remembered. Kafka keeps messages for seven eighths of it; an older message is parked
 */
@ConfigurationProperties("banyan.events")
record TransportProperties(
        @DefaultValue("12") int partitions,
        @DefaultValue("8d") Duration inbox) {
    /** How long a broker keeps messages: shorter than the inbox remembers them. */
    Duration retention() {
        return inbox.multipliedBy(7).dividedBy(8);
    }
}
