package dev.banyan.runtime.calls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.banyan.kernel.ModuleException;
import dev.banyan.runtime.json.ContractJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Another process that answers as it is told, and {@code [7]} when it is told nothing. */
final class StubModule implements AutoCloseable {
    private final Queue<HttpHandler> script = new ConcurrentLinkedQueue<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    StubModule() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var next = script.poll();
            (next == null ? json(200, "[7]") : next).handle(exchange);
        });
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The bodies of all requests. */
    List<String> received() {
        return received;
    }

    StubModule then(HttpHandler answer) {
        script.add(answer);
        return this;
    }

    StubModule then(int status) {
        return then(json(status, "{}"));
    }

    StubModule fails(ModuleException failure) {
        var body = new ContractJson().write(Map.of("code", failure.code(), "failure", failure.failure()));
        return then(json(failure.kind().status(), body));
    }

    /** Takes the request and never answers. */
    StubModule hangs() {
        return then(exchange -> hang());
    }

    /** Answers half of what it announced. */
    StubModule breaksOff() {
        return then(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("[1,".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
    }

    static HttpHandler json(int status, String body) {
        return exchange -> answer(exchange, status, body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
