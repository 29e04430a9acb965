package dev.banyan.runtime.transport;

import dev.banyan.runtime.modules.HostedModules;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** What carries events in the profile {@code rabbit}. Imported, never found by a component scan. */
@Profile("rabbit & !kafka")
@Import(RabbitAutoConfiguration.class)
class RabbitTransportConfiguration {
    @Bean(destroyMethod = "close")
    EventBroker rabbitEventBroker(
            CachingConnectionFactory connections,
            RabbitProperties rabbit,
            HostedModules modules,
            TransportProperties properties) {
        return new RabbitEventBroker(new RabbitBindings(connections, rabbit, modules, properties), properties);
    }
}
