package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.runtime.transport.local.KafkaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka, with its own client. */
final class TestKafka implements TestBroker {
    private static final Path JARS = Path.of("../../deploy-profiles/target/broker/kafka");

    private final KafkaProcess process;

    TestKafka(Path directory) {
        process = new KafkaProcess(JARS, directory);
    }

    @Override
    public String profile() {
        return "kafka";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("spring.kafka.bootstrap-servers", process.address());
    }

    @Override
    public void start() {
        process.start();
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void send(String publisher, String key, Map<String, String> headers, byte[] body) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", process.address()), new ByteArraySerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>("banyan." + publisher, key.getBytes(UTF_8), body);
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
            producer.send(message).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void watch(String publisher) {
        // Kafka keeps everything.
    }

    @Override
    public Plain read(String publisher, String key) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        process.address(),
                        "group.id",
                        "plain-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("banyan." + publisher));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    var headers = new HashMap<String, String>();
                    message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
                    if (key.equals(new String(message.key(), UTF_8))) {
                        return new Plain(
                                key, headers, headers.remove("content-type"), new String(message.value(), UTF_8));
                    }
                }
            }
            throw new AssertionError("No message with the key " + key);
        }
    }

    @Override
    public String prefix() {
        return "ce_";
    }

    @Override
    public void close() {
        process.close();
    }
}
