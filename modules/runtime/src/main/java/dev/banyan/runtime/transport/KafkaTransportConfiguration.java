package dev.banyan.runtime.transport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("kafka")
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaTransportConfiguration {
    @Bean(destroyMethod = "close")
    EventBroker kafkaEventBroker(KafkaProperties kafka, TransportProperties properties) {
        return new KafkaEventBroker(kafka, properties);
    }
}
