package dev.banyan.runtime.web;

import dev.banyan.runtime.testing.TestCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP against the test's port. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;

    Http(int port) {
        this.port = port;
    }

    Request get(String path) {
        return new Request("GET", path);
    }

    Request post(String path, String json) {
        return new Request("POST", path).body(json);
    }

    Request put(String path, String json) {
        return new Request("PUT", path).body(json);
    }

    Request request(String method, String path) {
        return new Request(method, path);
    }

    /** Sends bytes that no client library would send; returns all that comes back until the server closes. */
    String raw(String text) {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    final class Request {
        private final String method;
        private final String path;
        private final List<String> headers = new ArrayList<>();
        private BodyPublisher body = BodyPublishers.noBody();

        private Request(String method, String path) {
            this.method = method;
            this.path = path;
        }

        Request header(String name, String value) {
            headers.add(name);
            headers.add(value);
            return this;
        }

        Request as(TestCaller caller) {
            return header(caller.header(), caller.value());
        }

        Request body(String json) {
            return body(BodyPublishers.ofString(json), "application/json");
        }

        Request body(BodyPublisher publisher, String contentType) {
            this.body = publisher;
            return header("Content-Type", contentType);
        }

        Answer send() {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method(method, body)
                    .headers(headers.isEmpty() ? new String[] {"X-None", "-"} : headers.toArray(String[]::new))
                    .build();
            try {
                return new Answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    record Answer(HttpResponse<String> response) {
        private static final JsonMapper JSON = new JsonMapper();

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** Status and code of a problem that has all its members; anything else is shown as it is. */
        String problem() {
            if (!header("Content-Type").equals("application/problem+json")) {
                return "%d %s: %s".formatted(status(), header("Content-Type"), body());
            }
            var json = json();
            var code = json.path("code").asString();
            boolean whole = json.path("type").asString().equals("/problems/" + code)
                    && json.path("status").asInt() == status()
                    && !json.path("title").asString().isEmpty()
                    && !json.path("detail").asString().isEmpty()
                    && json.path("traceId").asString().matches("[0-9a-f]{32}")
                    && json.path("instance").asString().equals(response.uri().getRawPath());
            return whole ? status() + " " + code : "incomplete: " + body();
        }

        /** The fields named in a problem, with their codes. */
        List<String> faults() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString() + " "
                            + error.path("code").asString())
                    .toList();
        }
    }
}
