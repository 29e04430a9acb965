package dev.banyan.runtime.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls that every process answers, with one process that is the test's to play and one that is away. */
class WholeSystemIT extends GatewayIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENT = "/api/admin/events/" + Ids.next();

    private CompletableFuture<String> call(String request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (var client = client()) {
                        return client.send(request.replace("\r\n\r\n", "\r\nHost: x\r\nConnection: close\r\n\r\n"))
                                .readAll();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                },
                WholeSystemIT::start);
    }

    /** Not in the common pool: the process's HTTP client completes its calls there, and on a small machine that has one thread. */
    private static void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }

    private static JsonNode body(String answer) {
        return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    private static String event(int day, long position) {
        var id = new UUID((1_700_000_000_000L << 16) | 0x7000L, 0x8000_0000_0000_0000L | position);
        return "{\"id\":\"%s\",\"subscriber\":\"s\",\"publishedAt\":\"2026-01-%02dT00:00:00Z\"}".formatted(id, day);
    }

    @Test
    void listsWhatAnswersAndNamesWhatDoesNot() throws Exception {
        var answer = call("GET /api/admin/events?limit=1&state=parked HTTP/1.1\r\nAuthorization: Bearer t\r\n\r\n");
        try (var target = UPSTREAM.next()) {
            assertThat(target.head())
                    .contains(
                            "GET /api/admin/events?limit=1&state=parked HTTP/1.1",
                            "Authorization: Bearer t",
                            "Banyan-Forwarded: test");
            target.answer(200, "{\"items\":[%s],\"nextCursor\":\"more\"}".formatted(event(2, 7)));
        }
        var page = body(answer.get());
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("missing").valueStream().map(JsonNode::asString)).containsExactly("alpha");
        var next = call("GET /api/admin/events?cursor=%s&limit=1 HTTP/1.1\r\n\r\n"
                .formatted(page.path("nextCursor").asString()));
        try (var target = UPSTREAM.next()) {
            assertThat(target.head().getFirst()).isEqualTo("GET /api/admin/events?limit=1&cursor=more HTTP/1.1");
            target.answer(200, "{\"items\":[],\"nextCursor\":null}");
        }
        assertThat(body(next.get()).path("nextCursor").isNull()).isTrue();
    }

    @Test
    void handsOnARefusal() throws Exception {
        for (var path : List.of("/api/admin/events", "/api/admin/events?cursor=nonsense", "/v3/api-docs")) {
            var answer = call("GET %s HTTP/1.1\r\n\r\n".formatted(path));
            try (var target = UPSTREAM.next()) {
                target.head();
                target.answer(401, "who?");
            }
            assertThat(answer.get()).startsWith("HTTP/1.1 401").endsWith("who?");
        }
    }

    @Test
    void replaysEverywhere() throws Exception {
        var answer = call("POST /api/admin/events/replay HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");
        try (var target = UPSTREAM.next()) {
            assertThat(target.head()).contains("POST /api/admin/events/replay HTTP/1.1", "Content-Length: 2");
            assertThat(target.text(2)).isEqualTo("{}");
            target.answer(200, "{\"replayed\":3}");
        }
        assertThat(body(answer.get())).isEqualTo(JSON.readTree("{\"replayed\":3,\"missing\":[\"alpha\"]}"));
    }

    @Test
    void leavesOneEventToWhoHasIt() throws Exception {
        var found = call("POST %s/replay HTTP/1.1\r\n\r\n".formatted(EVENT));
        try (var target = UPSTREAM.next()) {
            target.head();
            target.answer(409, "not parked");
        }
        assertThat(found.get()).startsWith("HTTP/1.1 409").endsWith("not parked");
        var unknown = call("POST %s/skip HTTP/1.1\r\n\r\n".formatted(EVENT));
        try (var target = UPSTREAM.next()) {
            target.head();
            target.answer(404, "here not");
        }
        assertThat(unknown.get()).startsWith("HTTP/1.1 503").contains("module.unavailable", "alpha");
    }

    @Test
    void describesWhatEachDescribes() throws Exception {
        var answer = call("GET /v3/api-docs HTTP/1.1\r\n\r\n");
        try (var target = UPSTREAM.next()) {
            target.head();
            target.answer(200, "{\"openapi\":\"3.1.0\",\"paths\":{\"/api/beta\":{}}}");
        }
        assertThat(body(answer.get()))
                .isEqualTo(JSON.readTree(
                        "{\"openapi\":\"3.1.0\",\"paths\":{\"/api/beta\":{}},\"x-missing\":[\"alpha\"]}"));
    }
}
