package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.MessageChannel;

/** Kafka: a topic for each publisher, a consumer group for each module. The producer is idempotent, so what is sent in a row stays in a row. */
final class KafkaEventBroker implements EventBroker {
    private final KafkaBindings bindings;
    private final KafkaMessageChannelBinder binder;
    private final BinderContext context;
    private final Map<String, Outbound> outbound = new ConcurrentHashMap<>();

    KafkaEventBroker(KafkaProperties kafka, TransportProperties properties) {
        bindings = new KafkaBindings(kafka, properties);
        binder = bindings.binder();
        context = new BinderContext(KafkaMessageChannelBinder.class, binder);
        context.context().registerBean(KafkaBindings.CONVERTER, RecordBatches.class);
    }

    private record Outbound(DirectChannel channel, Binding<MessageChannel> binding) {}

    @Override
    public boolean keepsOrder() {
        return true;
    }

    @Override
    public CompletableFuture<?> send(CloudEvent event) {
        var confirmation = new CompletableFuture<Object>();
        outbound.computeIfAbsent(event.publisher(), this::bound)
                .channel()
                .send(MessageBuilder.withPayload(event.body())
                        .setHeader(KafkaHeaders.KEY, String.valueOf(event.key()).getBytes(UTF_8))
                        .setHeader(KafkaIntegrationHeaders.FUTURE_TOKEN, confirmation)
                        .setHeader(KafkaAttributes.HEADER, event.attributes())
                        .build());
        return confirmation;
    }

    private Outbound bound(String publisher) {
        bindings.createTopic(publisher);
        var channel = new DirectChannel();
        channel.setBeanFactory(context.context());
        channel.setComponentName("to-" + publisher);
        return new Outbound(
                channel, binder.bindProducer(Names.destination(publisher), channel, bindings.producer(publisher)));
    }

    @Override
    public void reset(String publisher) {
        Optional.ofNullable(outbound.remove(publisher))
                .ifPresent(bound -> bound.binding().unbind());
    }

    @Override
    public Receiving receive(String publisher, String module, Consumer<List<CloudEvent>> intake) {
        bindings.createTopic(publisher);
        var channel = new DirectChannel();
        channel.setBeanFactory(context.context());
        channel.subscribe(message -> intake.accept(events(publisher, message.getPayload())));
        var binding = binder.bindConsumer(
                Names.destination(publisher), Names.group(module), channel, bindings.consumer(publisher, module));
        return new Receiving() {
            @Override
            public void detach() {
                // Whoever gets the partitions begins after the last one that was acknowledged.
            }

            @Override
            public void close() {
                binding.unbind();
            }
        };
    }

    private static List<CloudEvent> events(String publisher, Object records) {
        return ((RecordBatches.Batch) records)
                .records().stream().map(message -> event(publisher, message)).toList();
    }

    private static CloudEvent event(String publisher, ConsumerRecord<?, ?> message) {
        return new CloudEvent(
                publisher,
                message.key() instanceof byte[] key ? new String(key, UTF_8) : null,
                KafkaAttributes.read(message.headers()),
                message.value() instanceof byte[] body ? body : new byte[0]);
    }

    @Override
    public void close() {
        outbound.keySet().forEach(this::reset);
        context.close();
    }
}
