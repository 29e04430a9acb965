package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.cloud.stream.binder.BinderHeaders;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.rabbit.RabbitMessageChannelBinder;
import org.springframework.integration.amqp.inbound.AmqpInboundChannelAdapter;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;

/**
 * RabbitMQ: an exchange for each publisher, and for each module that listens a queue for each partition. What is confirmed may still have been
 * routed nowhere, so both is looked at; and confirmations don't come in order, so each key has one message under way.
 */
final class RabbitEventBroker implements EventBroker {
    private static final int LONGEST_CONFIRMATION_SECONDS = 30;

    private final RabbitBindings bindings;
    private final int partitions;
    private final CachingConnectionFactory connection;
    private final RabbitMessageChannelBinder binder;
    private final BinderContext context;
    private final Map<String, Outbound> outbound = new ConcurrentHashMap<>();

    RabbitEventBroker(RabbitBindings bindings, TransportProperties properties) {
        this.bindings = bindings;
        partitions = properties.partitions();
        connection = bindings.connection();
        binder = bindings.binder(connection);
        context = new BinderContext(RabbitMessageChannelBinder.class, binder);
    }

    private record Outbound(DirectChannel channel, Binding<MessageChannel> binding) {}

    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public CompletableFuture<?> send(CloudEvent event) {
        var correlation = new CorrelationData();
        outbound.computeIfAbsent(event.publisher(), this::bound)
                .channel()
                .send(MessageBuilder.withPayload(event.body())
                        .setHeader(AmqpHeaders.PUBLISH_CONFIRM_CORRELATION, correlation)
                        .setHeader(BinderHeaders.PARTITION_HEADER, partition(event.key()))
                        .setHeader(AmqpAttributes.HEADER, event.attributes())
                        .build());
        return correlation
                .getFuture()
                .orTimeout(LONGEST_CONFIRMATION_SECONDS, TimeUnit.SECONDS)
                .thenAccept(confirm -> requireRouted(correlation, confirm));
    }

    private static void requireRouted(CorrelationData sent, CorrelationData.Confirm confirm) {
        var returned = sent.getReturned();
        if (returned != null) {
            throw new IllegalStateException("there is no queue for %s".formatted(returned.getRoutingKey()));
        }
        if (!confirm.ack()) {
            throw new IllegalStateException("not confirmed: " + confirm.reason());
        }
    }

    /** The same in every process and in any language: CRC-32 of the key's UTF-8, modulo the number of partitions. */
    private int partition(@Nullable String key) {
        var crc = new CRC32();
        crc.update(String.valueOf(key).getBytes(UTF_8));
        return (int) (crc.getValue() % partitions);
    }

    private Outbound bound(String publisher) {
        // Declarations are passed over in silence while there is no connection; this is not.
        connection.createConnection().close();
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
        var own = bindings.connection();
        own.createConnection().close();
        var receiver = bindings.binder(own);
        var receiving = new BinderContext(RabbitMessageChannelBinder.class, receiver);
        receiving.context().getBeanFactory().registerSingleton("connection", own);
        own.setApplicationContext(receiving.context());
        receiving.context().addApplicationListener(own);
        var channel = new DirectChannel();
        channel.setBeanFactory(receiving.context());
        channel.subscribe(message -> intake.accept(events(publisher, message)));
        var binding = receiver.bindConsumer(
                Names.destination(publisher), Names.group(module), channel, bindings.consumer(publisher, module));
        return new Receiving() {
            @Override
            public void detach() {
                receiving.close();
                own.destroy();
            }

            @Override
            public void close() {
                binding.unbind();
            }
        };
    }

    private static List<CloudEvent> events(String publisher, Message<?> batch) {
        var headers = batch.getHeaders().get(AmqpInboundChannelAdapter.CONSOLIDATED_HEADERS);
        if (!(batch.getPayload() instanceof List<?> bodies) || !(headers instanceof List<?> each)) {
            throw new IllegalStateException("A batch is a list of bodies with a list of their headers");
        }
        var events = new ArrayList<CloudEvent>();
        for (int i = 0; i < bodies.size(); i++) {
            var attributes = ((Map<?, ?>) each.get(i)).get(AmqpAttributes.HEADER);
            events.add(event(publisher, attributes, bodies.get(i)));
        }
        return events;
    }

    private static CloudEvent event(String publisher, @Nullable Object attributes, @Nullable Object body) {
        var named = new TreeMap<String, String>();
        if (attributes instanceof Map<?, ?> map) {
            map.forEach((name, value) -> named.put(name.toString(), value.toString()));
        }
        return new CloudEvent(
                publisher, named.get(CloudEvent.SUBJECT), named, body instanceof byte[] bytes ? bytes : new byte[0]);
    }

    @Override
    public void close() {
        outbound.keySet().forEach(this::reset);
        context.close();
        connection.destroy();
    }
}
