package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.banyan.rig.ProviderStub.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderStubTests {
    private static final String CARD = "{\"token\":\"tok_approve\"}";

    /** What the sandbox behind the front was asked. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer sandbox;
    private ProviderStub stub;

    @BeforeEach
    void open() throws IOException {
        sandbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sandbox.createContext("/", this::decide);
        sandbox.start();
        stub = new ProviderStub(sandbox.getAddress().getPort());
    }

    @AfterEach
    void close() {
        stub.close();
        sandbox.stop(0);
        http.shutdownNow();
    }

    @Test
    void passesOn() throws Exception {
        var answer = pay();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("yes");
        assertThat(asked).containsExactly("POST /v1/authorize " + CARD);
    }

    @Test
    void declinesByAnotherCard() throws Exception {
        stub.mode(Mode.DECLINE);
        pay();
        assertThat(asked).containsExactly("POST /v1/authorize {\"token\":\"tok_decline\"}");
    }

    @Test
    void failsWithoutAsking() throws Exception {
        stub.mode(Mode.FAIL);
        assertThat(pay().statusCode()).isEqualTo(500);
        assertThat(asked).isEmpty();
    }

    @Test
    void losesTheAnswer() {
        stub.mode(Mode.LOST);
        assertThatIOException().isThrownBy(this::pay);
        assertThat(asked).hasSize(1);
    }

    @Test
    void saysNothing() {
        stub.mode(Mode.HANG);
        assertThatIOException().isThrownBy(this::pay).isInstanceOf(HttpTimeoutException.class);
        assertThat(asked).isEmpty();
    }

    private HttpResponse<String> pay() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/authorize".formatted(stub.port())))
                .timeout(Duration.ofSeconds(2))
                .POST(BodyPublishers.ofString(CARD))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void decide(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("yes".getBytes(StandardCharsets.UTF_8));
        }
    }
}
