package dev.banyan.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/**
 * Stands between the provider and the shop's webhook: takes each one, says so, and brings it {@code copies} times, each time after a random delay, so that
 * they are doubled and overtake each other. What the shop doesn't accept is brought again until it does.
 */
final class WebhookRelay implements AutoCloseable {
    private static final String SIGNATURE = "Banyan-Signature";
    private static final int TAKEN = 204;
    private static final int LONGEST_DELAY_MILLIS = 1500;

    private final HttpServer server;
    private final IntSupplier shop;
    private final Random random;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile int copies = 2;
    private volatile boolean closed;

    /** @param shop the port of an instance, asked anew for each delivery */
    WebhookRelay(IntSupplier shop, long seed) {
        this.shop = shop;
        this.random = new Random(seed);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void copies(int wanted) {
        copies = wanted;
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        http.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var signature = exchange.getRequestHeaders().getFirst(SIGNATURE);
            var body = exchange.getRequestBody().readAllBytes();
            for (int i = 0; i < copies; i++) {
                int delay = random.nextInt(LONGEST_DELAY_MILLIS);
                Thread.ofVirtual().start(() -> bring(path, signature, body, delay));
            }
            exchange.sendResponseHeaders(TAKEN, -1);
        }
    }

    private void bring(String path, String signature, byte[] body, int delay) {
        try {
            Thread.sleep(delay);
            while (!closed && !accepted(path, signature, body)) {
                Thread.sleep(LONGEST_DELAY_MILLIS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean accepted(String path, String signature, byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.getAsInt() + path))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header(SIGNATURE, signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
