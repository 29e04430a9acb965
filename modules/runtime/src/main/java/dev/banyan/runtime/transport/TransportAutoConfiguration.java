package dev.banyan.runtime.transport;

import dev.banyan.runtime.data.DataProperties;
import dev.banyan.runtime.data.Instance;
import dev.banyan.runtime.events.EventIntake;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.modules.HostedModules;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Events between processes, when a profile names the broker. */
@AutoConfiguration
@Profile({"kafka", "rabbit"})
@EnableConfigurationProperties(TransportProperties.class)
@Import({KafkaTransportConfiguration.class, RabbitTransportConfiguration.class})
class TransportAutoConfiguration {
    @Bean
    BrokerStatus brokerStatus() {
        return new BrokerStatus();
    }

    @Bean
    BrokerHealth transportHealthIndicator(BrokerStatus status) {
        return new BrokerHealth(status);
    }

    @Bean
    Relay relay(
            HostedModules modules,
            EventBroker broker,
            BrokerStatus status,
            JdbcOperations jdbc,
            TransactionTemplate transactions,
            Instance instance,
            DataProperties data,
            ContractJson json,
            ObjectProvider<MeterRegistry> meters) {
        var events = new OutgoingEvents(jdbc, transactions, instance.id());
        var writer = new CloudEventWriter(json);
        var moved = new MovedEvents(jdbc, transactions, instance.id(), modules.elsewhere());
        return new Relay(
                modules,
                new Forwarding(moved, data.lease().plusSeconds(2)),
                publisher -> new RelayWorker(
                        publisher,
                        events,
                        broker,
                        writer,
                        status,
                        sent -> meters.getObject()
                                .counter("banyan.events.sent", "publisher", publisher)
                                .increment(sent)));
    }

    @Bean
    Inbox inbox(
            JdbcOperations jdbc,
            TransactionTemplate transactions,
            EventIntake intake,
            ContractJson json,
            Clock clock,
            TransportProperties properties) {
        var reader = new CloudEventReader(intake, json, clock, properties.inbox());
        return new Inbox(jdbc, transactions, reader, intake);
    }

    @Bean
    InboxPruning inboxPruning(Inbox inbox, TransportProperties properties) {
        return new InboxPruning(inbox, properties.inbox());
    }

    @Bean
    Receivers receivers(
            HostedModules modules,
            EventBroker broker,
            BrokerStatus status,
            Inbox inbox,
            ObjectProvider<MeterRegistry> meters) {
        return new Receivers(
                modules,
                broker,
                status,
                running -> module -> new Intake(
                        module,
                        inbox,
                        status,
                        received -> meters.getObject()
                                .counter("banyan.events.received", "module", module)
                                .increment(received),
                        running));
    }
}
