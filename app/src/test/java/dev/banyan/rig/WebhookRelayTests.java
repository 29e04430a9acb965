package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookRelayTests {
    private final List<String> brought = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer shop;
    private WebhookRelay relay;

    @BeforeEach
    void open() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            try (exchange) {
                var signature = exchange.getRequestHeaders().getFirst("Banyan-Signature");
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                brought.add(exchange.getRequestURI() + " " + signature + " " + body);
                exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
            }
        });
        shop.start();
        relay = new WebhookRelay(() -> shop.getAddress().getPort(), 1);
    }

    @AfterEach
    void close() {
        relay.close();
        shop.stop(0);
        http.shutdownNow();
    }

    @Test
    void bringsEachOneTwice() throws Exception {
        send("one");
        await().untilAsserted(() -> assertThat(brought).containsExactly("/hook t=1 one", "/hook t=1 one"));
    }

    @Test
    void letsThemOvertakeEachOther() throws Exception {
        for (int i = 10; i < 30; i++) {
            send("n" + i);
        }
        await().untilAsserted(() -> assertThat(brought).hasSize(40));
        assertThat(brought).isNotEqualTo(brought.stream().sorted().toList());
    }

    @Test
    void bringsItAgainUntilItIsAccepted() throws Exception {
        refusals.set(2);
        send("one");
        await().untilAsserted(() -> assertThat(brought).hasSize(4));
    }

    private void send(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(relay.url() + "/hook"))
                .header("Banyan-Signature", "t=1")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    }
}
