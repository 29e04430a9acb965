package dev.banyan.runtime.transport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.ExtendedConsumerProperties;
import org.springframework.cloud.stream.binder.ExtendedProducerProperties;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaProducerProperties;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;
import org.springframework.util.backoff.FixedBackOff;

/** How topics are made, written to and read from. */
final class KafkaBindings {
    /** The bean that hands batches on as they came. */
    static final String CONVERTER = "recordBatches";

    private static final String LARGEST = Integer.toString(8 * 1024 * 1024);
    private static final FixedBackOff FOREVER = new FixedBackOff(500, FixedBackOff.UNLIMITED_ATTEMPTS);

    private final TransportProperties properties;
    private final KafkaTopicProvisioner provisioner;
    private final KafkaBinderConfigurationProperties settings;

    KafkaBindings(KafkaProperties kafka, TransportProperties properties) {
        this.properties = properties;
        settings = new KafkaBinderConfigurationProperties(
                kafka, new StaticListableBeanFactory().getBeanProvider(KafkaConnectionDetails.class));
        settings.setBrokers(kafka.getBootstrapServers().toArray(String[]::new));
        settings.setAutoCreateTopics(false);
        provisioner = new KafkaTopicProvisioner(settings, kafka, List.of());
        provisioner.afterPropertiesSet();
    }

    KafkaMessageChannelBinder binder() {
        var binder = new KafkaMessageChannelBinder(
                settings, provisioner, (container, destination, group) -> endless(container), null);
        // Whoever sends is told of failures, and tells of them once.
        binder.setProducerListener(new ProducerListener<>() {});
        binder.setProducerMessageHandlerCustomizer((handler, destination) -> confirming(handler));
        return binder;
    }

    private static void endless(AbstractMessageListenerContainer<?, ?> container) {
        container.setCommonErrorHandler(new DefaultErrorHandler(FOREVER));
    }

    private static void confirming(MessageHandler handler) {
        if (handler instanceof KafkaProducerMessageHandler<?, ?> producer) {
            producer.setHeaderMapper(new KafkaAttributes());
            producer.setFuturesChannel((message, timeout) -> confirm(message));
        }
    }

    private static boolean confirm(Message<?> sent) {
        var confirmation = sent.getHeaders().get(KafkaIntegrationHeaders.FUTURE_TOKEN);
        if (confirmation instanceof CompletableFuture<?> waiting
                && sent.getPayload() instanceof CompletableFuture<?> result) {
            var _ = result.whenComplete((done, failure) -> {
                if (failure == null) {
                    waiting.complete(null);
                } else {
                    waiting.completeExceptionally(failure);
                }
            });
        }
        return true;
    }

    /** Makes a publisher's topic unless it is there; one that is there stays as it is. */
    void createTopic(String publisher) {
        var topic = new NewTopic(Names.destination(publisher), Optional.of(properties.partitions()), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(properties.retention().toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        LARGEST));
        var configuration = new HashMap<>(provisioner.getAdminClientProperties());
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10000);
        try (var admin = Admin.create(configuration)) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("no topic %s: %s".formatted(topic.name(), failure.getCause()), failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The process stops", interrupted);
        }
    }

    /** Confirmed by all replicas, in order, and tried without end: only then is "failed" never a lie. */
    ExtendedProducerProperties<KafkaProducerProperties> producer(String publisher) {
        var extension = new KafkaProducerProperties();
        extension.setConfiguration(new HashMap<>(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000",
                ProducerConfig.LINGER_MS_CONFIG, "0",
                ProducerConfig.BATCH_SIZE_CONFIG, "65536",
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST)));
        extension.setCloseTimeout(1);
        var producer = new ExtendedProducerProperties<>(extension);
        producer.populateBindingName(Names.destination(publisher));
        producer.setUseNativeEncoding(true);
        return producer;
    }

    /** Whole polls, from the beginning; one that is killed makes room for others after ten seconds. */
    ExtendedConsumerProperties<KafkaConsumerProperties> consumer(String publisher, String module) {
        var extension = new KafkaConsumerProperties();
        extension.setConverterBeanName(CONVERTER);
        extension.setStartOffset(KafkaConsumerProperties.StartOffset.earliest);
        extension.setConfiguration(new HashMap<>(Map.of(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000",
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000",
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500")));
        var consumer = new ExtendedConsumerProperties<>(extension);
        consumer.populateBindingName(Names.destination(publisher) + "/" + Names.group(module));
        consumer.setBatchMode(true);
        consumer.setUseNativeDecoding(true);
        consumer.setMaxAttempts(1);
        return consumer;
    }
}
