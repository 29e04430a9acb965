package dev.banyan.runtime.transport;

import dev.banyan.runtime.modules.HostedModules;
import java.util.Objects;
import org.springframework.amqp.rabbit.connection.RabbitConnectionFactoryBean;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionFactoryBeanConfigurer;
import org.springframework.boot.amqp.autoconfigure.RabbitProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ResourceLoader;

/** What carries events in the profile {@code rabbit}. Imported, never found by a component scan. */
@Profile("rabbit & !kafka")
@EnableConfigurationProperties(RabbitProperties.class)
class RabbitTransportConfiguration {
    @Bean(destroyMethod = "close")
    EventBroker rabbitEventBroker(
            RabbitProperties rabbit, HostedModules modules, TransportProperties properties, ResourceLoader resources)
            throws Exception {
        var factory = new RabbitConnectionFactoryBean();
        new RabbitConnectionFactoryBeanConfigurer(resources, rabbit).configure(factory);
        factory.afterPropertiesSet();
        var bindings = new RabbitBindings(Objects.requireNonNull(factory.getObject()), rabbit, modules, properties);
        return new RabbitEventBroker(bindings, properties);
    }
}
