package dev.banyan.runtime.transport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Kafka broker, one node without anything beside it, as a process of its own. It listens on this machine alone. Not thread-safe.
 */
public final class KafkaProcess implements AutoCloseable {
    private static final String CLUSTER = "YmFueWFuLWtyYWZ0LTAwMQ";

    private final Path jars;
    private final Path directory;
    private final int port = BrokerProcess.freePort();
    private final int controllerPort = BrokerProcess.freePort();
    private final BrokerProcess process;

    /**
     * @param jars the directory that holds Kafka's jars: {@code deploy-profiles/target/broker/kafka} after {@code mvn package}
     * @param directory holds its data, its settings and {@code kafka.log}; made when it isn't there
     */
    public KafkaProcess(Path jars, Path directory) {
        this.jars = jars.toAbsolutePath();
        this.directory = BrokerProcess.directory(directory);
        this.process = new BrokerProcess("Kafka", port, this.directory.resolve("kafka.log"));
    }

    /** Whether {@code jars} holds a Kafka broker. */
    public static boolean isIn(Path jars) {
        try (var files = Files.newDirectoryStream(jars, "kafka_2*.jar")) {
            return files.iterator().hasNext();
        } catch (IOException absent) {
            return false;
        }
    }

    /**
     * Starts it, also again after {@link #stop} or {@link #kill} with its data and on its port; returns once it takes connections.
     *
     * @throws UncheckedIOException when it doesn't come up
     */
    public void start() {
        try {
            var settings = directory.resolve("server.properties");
            if (!Files.exists(directory.resolve("data/meta.properties"))) {
                Files.writeString(settings, settings());
                BrokerProcess.run(
                        java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString()),
                        process.log());
            }
            process.start(java("kafka.Kafka", settings.toString()), Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops it in good order. */
    public void stop() {
        process.stop();
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process.kill();
    }

    /** Where clients connect: {@code host:port}, the same after each start. */
    public String address() {
        return process.address();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * The process's id.
     *
     * @throws IllegalStateException when it doesn't run
     */
    public long pid() {
        return process.pid();
    }

    public Path log() {
        return process.log();
    }

    @Override
    public void close() {
        stop();
    }

    private List<String> java(String mainClass, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                jars.resolve("*").toString(),
                mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                """.formatted(
                port, controllerPort, directory.resolve("data").toString().replace('\\', '/'));
    }
}
