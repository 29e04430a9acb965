package dev.banyan.runtime.transport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** What carries events in the profile {@code kafka}. Imported, never found by a component scan. */
@Profile("kafka")
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaTransportConfiguration {
    @Bean(destroyMethod = "close")
    EventBroker kafkaEventBroker(KafkaProperties kafka, TransportProperties properties) {
        return new KafkaEventBroker(kafka, properties);
    }
}
