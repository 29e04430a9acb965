package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.topology.Transport;
import dev.banyan.runtime.transport.local.KafkaProcess;
import dev.banyan.runtime.transport.local.RabbitProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What carries events between the processes: one that runs already, or one of our own. */
final class Broker implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3000;

    private final Transport transport;
    private final String address;
    private final Runnable start;
    private final LongSupplier pid;
    private final Runnable stop;
    private @Nullable Guard guard;

    private Broker(Transport transport, String address, Runnable start, LongSupplier pid, Runnable stop) {
        this.transport = transport;
        this.address = address;
        this.start = start;
        this.pid = pid;
        this.stop = stop;
    }

    /**
     * What {@code transport} needs: {@code given}, or one of our own, whose data are in {@code directory}.
     *
     * @throws StartRefusedException when there is none
     */
    static Broker of(Transport transport, @Nullable String given, Path directory) {
        if (transport == Transport.NONE || given != null) {
            requireThere(transport, given);
            return new Broker(transport, String.valueOf(given), () -> {}, () -> 0, () -> {});
        }
        return transport == Transport.KAFKA ? kafka(directory) : rabbit(directory);
    }

    private static Broker kafka(Path directory) {
        var jars = Bundle.kafka();
        if (!KafkaProcess.isIn(jars)) {
            throw new StartRefusedException(
                    "There is no Kafka in %s, where 'mvn package' puts it: build it, or name a broker with --broker host:port."
                            .formatted(jars));
        }
        var kafka = new KafkaProcess(jars, directory);
        return new Broker(Transport.KAFKA, kafka.address(), kafka::start, kafka::pid, kafka::close);
    }

    private static Broker rabbit(Path directory) {
        if (!RabbitProcess.isInstalled()) {
            throw new StartRefusedException(
                    "RabbitMQ is not installed here: install it, or name a broker with --broker host:port.");
        }
        var rabbit = new RabbitProcess(directory);
        return new Broker(Transport.RABBIT, rabbit.address(), rabbit::start, rabbit::pid, rabbit::close);
    }

    private static void requireThere(Transport transport, @Nullable String address) {
        if (transport == Transport.NONE || address == null) {
            return;
        }
        int colon = address.lastIndexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    PATIENCE_MILLIS);
        } catch (IOException | RuntimeException away) {
            throw new StartRefusedException("No broker answers at '%s'.".formatted(address), away);
        }
    }

    /** Returns once it takes connections. It ends with this process, however that ends. */
    void start() {
        try {
            start.run();
            long started = pid.getAsLong();
            guard = started == 0 ? null : Guard.of(started);
        } catch (UncheckedIOException failure) {
            throw new StartRefusedException(
                    "The broker can't be started: %s.".formatted(failure.getMessage()), failure);
        }
    }

    /** What a process has to be told, so that it finds it. */
    List<String> properties() {
        return switch (transport) {
            case NONE -> List.of();
            case KAFKA -> List.of("--spring.kafka.bootstrap-servers=" + address);
            case RABBIT -> List.of("--spring.rabbitmq.addresses=" + address);
        };
    }

    /** For people. */
    String description() {
        return transport == Transport.NONE ? "none" : transport.profile() + " at " + address;
    }

    @Override
    public void close() {
        stop.run();
        if (guard != null) {
            guard.close();
        }
    }
}
