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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * The payment provider as the application sees it: the sandbox, which is a process with a ledger of its own, behind a front that behaves as providers do on
 * bad days. Where a card's token already says how it is treated, the sandbox does that; the front's mode holds for every call.
 */
final class ProviderStub implements AutoCloseable {
    private static final int UNAVAILABLE = 500;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final HttpServer server;
    private final int sandbox;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile Mode mode = Mode.OK;

    /** @param sandbox the port of the sandbox's process */
    ProviderStub(int sandbox) {
        this.sandbox = sandbox;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What the front does. */
    enum Mode {
        OK,
        /** Every card is declined. */
        DECLINE,
        /** Nothing is done, and that is said. */
        FAIL,
        /** Done, but it takes a second. */
        SLOW,
        /** Done, but the answer never arrives. */
        LOST,
        /** Nothing is done and nothing is said. */
        HANG
    }

    int port() {
        return server.getAddress().getPort();
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var now = mode;
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            switch (now) {
                case OK -> pass(exchange, body);
                case DECLINE -> pass(exchange, declined(body));
                case FAIL -> exchange.sendResponseHeaders(UNAVAILABLE, -1);
                case SLOW -> {
                    Thread.sleep(SLOW);
                    pass(exchange, body);
                }
                case LOST -> ask(exchange, body);
                case HANG -> Thread.sleep(Duration.ofMinutes(1));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] declined(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .replaceAll("\"tok_[a-z]+\"", "\"tok_decline\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var answer = ask(exchange, body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + sandbox + exchange.getRequestURI());
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(90))
                .header("Content-Type", "application/json")
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }
}
