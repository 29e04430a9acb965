package dev.banyan.runtime.transport;

import com.rabbitmq.client.ConnectionFactory;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.modules.ModuleDescriptor;
import java.util.stream.IntStream;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.boot.amqp.autoconfigure.RabbitProperties;
import org.springframework.cloud.stream.binder.ExtendedConsumerProperties;
import org.springframework.cloud.stream.binder.ExtendedProducerProperties;
import org.springframework.cloud.stream.binder.rabbit.RabbitMessageChannelBinder;
import org.springframework.cloud.stream.binder.rabbit.properties.RabbitCommonProperties;
import org.springframework.cloud.stream.binder.rabbit.properties.RabbitCommonProperties.QuorumConfig;
import org.springframework.cloud.stream.binder.rabbit.properties.RabbitConsumerProperties;
import org.springframework.cloud.stream.binder.rabbit.properties.RabbitProducerProperties;
import org.springframework.cloud.stream.binder.rabbit.provisioning.RabbitExchangeQueueProvisioner;
import org.springframework.expression.common.LiteralExpression;
import org.springframework.integration.amqp.inbound.AmqpInboundChannelAdapter;
import org.springframework.integration.amqp.outbound.AmqpOutboundEndpoint;

/** How exchanges and queues are made, written to and read from. */
final class RabbitBindings {
    private static final int BATCH = 200;
    private static final long BATCH_WAIT_MILLIS = 5;

    /** Newer servers drop a message that came back twenty times; one is never given up here. */
    private static final int UNLIMITED_DELIVERIES = 1_000_000_000;

    private final ConnectionFactory connections;
    private final RabbitProperties rabbit;
    private final HostedModules modules;
    private final TransportProperties properties;

    RabbitBindings(
            ConnectionFactory connections,
            RabbitProperties rabbit,
            HostedModules modules,
            TransportProperties properties) {
        this.connections = connections;
        this.rabbit = rabbit;
        this.modules = modules;
        this.properties = properties;
    }

    /** A connection of its own: closing it gives everything back at once. */
    CachingConnectionFactory connection() {
        var own = new CachingConnectionFactory(connections);
        own.setAddresses(String.join(",", rabbit.determineAddresses()));
        own.setPublisherConfirmType(ConfirmType.CORRELATED);
        own.setPublisherReturns(true);
        return own;
    }

    RabbitMessageChannelBinder binder(CachingConnectionFactory connection) {
        var binder = new RabbitMessageChannelBinder(connection, rabbit, new RabbitExchangeQueueProvisioner(connection));
        binder.setProducerMessageHandlerCustomizer((handler, destination) -> {
            if (handler instanceof AmqpOutboundEndpoint outbound) {
                outbound.setHeaderMapper(new AmqpAttributes());
            }
        });
        binder.setConsumerEndpointCustomizer((endpoint, destination, group) -> {
            if (endpoint instanceof AmqpInboundChannelAdapter inbound) {
                inbound.setHeaderMapper(new AmqpAttributes());
            }
        });
        return binder;
    }

    /** Declares the queues of everybody who listens, so that nothing is sent before there is somewhere for it to go. */
    ExtendedProducerProperties<RabbitProducerProperties> producer(String publisher) {
        var extension = new RabbitProducerProperties();
        ordered(extension);
        extension.setUseConfirmHeader(true);
        var producer = new ExtendedProducerProperties<>(extension);
        producer.populateBindingName(Names.destination(publisher));
        producer.setUseNativeEncoding(true);
        // The partition is told by a header; this only says that there are some.
        producer.setPartitionKeyExpression(new LiteralExpression(""));
        producer.setPartitionCount(properties.partitions());
        producer.setRequiredGroups(modules.all().values().stream()
                .filter(module -> module.listens().contains(publisher))
                .map(ModuleDescriptor::name)
                .map(Names::group)
                .toArray(String[]::new));
        return producer;
    }

    /** All partitions on one thread. */
    ExtendedConsumerProperties<RabbitConsumerProperties> consumer(String publisher, String module) {
        var extension = new RabbitConsumerProperties();
        ordered(extension);
        extension.setEnableBatching(true);
        extension.setBatchSize(BATCH);
        extension.setReceiveTimeout(BATCH_WAIT_MILLIS);
        extension.setPrefetch(BATCH);
        extension.setRequeueRejected(true);
        extension.setRepublishToDlq(false);
        extension.setRecoveryInterval(1000);
        var consumer = new ExtendedConsumerProperties<>(extension);
        consumer.populateBindingName(Names.destination(publisher) + "/" + Names.group(module));
        consumer.setBatchMode(true);
        consumer.setUseNativeDecoding(true);
        consumer.setMaxAttempts(1);
        consumer.setConcurrency(1);
        consumer.setPartitioned(true);
        consumer.setMultiplex(true);
        consumer.setInstanceCount(properties.partitions());
        consumer.setInstanceIndexList(
                IntStream.range(0, properties.partitions()).boxed().toList());
        return consumer;
    }

    /** Queues that survive a node, each with one consumer at a time. */
    private static void ordered(RabbitCommonProperties queues) {
        var quorum = new QuorumConfig();
        quorum.setEnabled(true);
        quorum.setDeliveryLimit(UNLIMITED_DELIVERIES);
        queues.setQuorum(quorum);
        queues.setSingleActiveConsumer(true);
    }
}
