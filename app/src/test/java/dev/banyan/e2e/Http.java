package dev.banyan.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a shop: {@code http.with("X-Cart-Token", token).put("/api/carts/…", Map.of("quantity", 2)).expect(200).at("/subtotal/amount")}.
 * Unchangeable; {@link #with} returns another one that sends a header more. Bodies are strings of JSON or whatever becomes JSON.
 */
record Http(URI base, Map<String, String> headers) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Http(URI base) {
        this(base, Map.of());
    }

    Http with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(base, more);
    }

    Http bearer(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same as a user who has signed in. */
    Http signedIn(String email, String password) {
        var answer = post("/api/auth/login", Map.of("email", email, "password", password))
                .expect(200);
        return bearer(answer.text("/accessToken"));
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** An empty string sends no body. */
    Answer send(String method, String path, Object body) {
        var json = body instanceof String text ? text : JSON.writeValueAsString(body);
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
