package dev.banyan.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a shop: {@code http.with("X-Cart-Token", token).put("/api/carts/…", Map.of("quantity", 2)).expect(200).at("/subtotal/amount")}.
 * Unchangeable; {@link #with} returns another one that sends a header more. Bodies are strings of JSON, bytes, or whatever becomes JSON.
 */
public record Http(URI base, Map<String, String> headers, Duration timeout) {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public Http(URI base) {
        this(base, Map.of(), Duration.ofSeconds(60));
    }

    /** The same, but no request waits longer than that. */
    public Http within(Duration limit) {
        return new Http(base, headers, limit);
    }

    /** The same at another address of the shop. */
    public Http at(Http shop) {
        return new Http(shop.base, headers, shop.timeout);
    }

    public Http with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(base, more, timeout);
    }

    public Http without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Http(base, fewer, timeout);
    }

    public Http bearer(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same as a user who has signed in. */
    public Http signedIn(String email, String password) {
        var answer = post("/api/auth/login", Map.of("email", email, "password", password))
                .expect(200);
        return bearer(answer.text("/accessToken"));
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** An empty string sends no body. */
    public Answer send(String method, String path, Object body) {
        var bytes = bytes(body);
        return send(method, path, bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
        if (body.contentLength() != 0) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(method, body);
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] bytes(Object body) {
        return switch (body) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> JSON.writeValueAsBytes(body);
        };
    }
}
