package dev.banyan.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A shop that takes webhooks, if they are signed. */
final class WebhookReceiver implements AutoCloseable {
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Signature signature;
    private final HttpServer server;

    WebhookReceiver(String secret) {
        try {
            signature = new Signature(secret, Clock.systemUTC());
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::receive);
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://127.0.0.1:%d/api/payments/webhooks/sandbox"
                .formatted(server.getAddress().getPort());
    }

    /** Answers the next webhooks with 500. */
    void refuse(int times) {
        refusals.set(times);
    }

    boolean seen(String reference) {
        return bodies.stream().anyMatch(body -> body.contains(reference));
    }

    /** Takes the next webhook about {@code reference}. */
    String await(String reference) {
        Awaitility.await().until(() -> seen(reference));
        var body =
                bodies.stream().filter(it -> it.contains(reference)).findFirst().orElseThrow();
        bodies.remove(body);
        return body;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            signature.verify(exchange.getRequestHeaders().getFirst("Banyan-Signature"), body);
            bodies.add(new String(body, UTF_8));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
