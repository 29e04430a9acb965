package dev.banyan.runtime.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import dev.banyan.runtime.transport.local.RabbitProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** RabbitMQ, with its own client. */
final class TestRabbit implements TestBroker {
    static final int PARTITIONS = 4;

    private final RabbitProcess process;

    TestRabbit(Path directory) {
        process = new RabbitProcess(directory);
    }

    @Override
    public String profile() {
        return "rabbit";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "spring.rabbitmq.addresses",
                process.address(),
                "banyan.events.partitions",
                Integer.toString(PARTITIONS));
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

    /** What a client does. */
    interface Use<T> {
        T with(Channel channel) throws Exception;
    }

    <T> T use(Use<T> use) {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(Integer.parseInt(process.address().split(":")[1]));
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            return use.with(channel);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void send(String publisher, String key, Map<String, String> headers, byte[] body) {
        var crc = new CRC32();
        crc.update(key.getBytes(UTF_8));
        var routingKey = "banyan." + publisher + "-" + crc.getValue() % PARTITIONS;
        var properties = new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .headers(new HashMap<>(headers))
                .build();
        use(channel -> {
            channel.confirmSelect();
            channel.basicPublish("banyan." + publisher, routingKey, true, properties, body);
            channel.waitForConfirmsOrDie(10_000);
            return null;
        });
    }

    @Override
    public void watch(String publisher) {
        use(channel -> {
            channel.queueDeclare("plain." + publisher, true, false, false, Map.of());
            return channel.queueBind("plain." + publisher, "banyan." + publisher, "#");
        });
    }

    @Override
    public Plain read(String publisher, String key) {
        return use(channel -> {
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                var message = channel.basicGet("plain." + publisher, true);
                if (message != null && key.equals(text(message.getProps().getHeaders(), "cloudEvents:subject"))) {
                    var headers = new HashMap<String, String>();
                    message.getProps().getHeaders().forEach((name, value) -> headers.put(name, value.toString()));
                    return new Plain(
                            key, headers, message.getProps().getContentType(), new String(message.getBody(), UTF_8));
                }
            }
            throw new AssertionError("No message with the key " + key);
        });
    }

    private static String text(Map<String, Object> headers, String name) {
        return String.valueOf(headers.get(name));
    }

    @Override
    public String prefix() {
        return "cloudEvents:";
    }

    @Override
    public void close() {
        process.close();
    }
}
