package dev.banyan.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.RuntimeIT;
import dev.banyan.runtime.events.Outlet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** One process alone has nothing of a broker. */
class NoBrokerIT extends RuntimeIT {
    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void hasNoBeanOfABrokersClient() {
        assertThat(Arrays.stream(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .filter(type -> type != null)
                        .map(Class::getName))
                .isNotEmpty()
                .noneMatch(type -> type.startsWith("org.springframework.cloud.")
                        || type.startsWith("org.springframework.integration.")
                        || type.startsWith("org.springframework.kafka.")
                        || type.startsWith("org.springframework.boot.kafka.")
                        || type.startsWith("org.springframework.amqp.")
                        || type.startsWith("org.springframework.boot.amqp."));
        assertThat(context.getBeansOfType(EventBroker.class)).isEmpty();
        assertThat(context.getBeansOfType(Outlet.class)).isEmpty();
    }
}
