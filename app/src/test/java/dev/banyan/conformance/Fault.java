package dev.banyan.conformance;

import dev.banyan.client.Answer;
import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Something that is wrong with a request, and what alone it is answered with. */
record Fault(int status, String code, UnaryOperator<Fault.Request> make) {
    private static final String AUTHORIZATION = "Authorization";

    record Request(Http http, String method, String path, String body) {
        Request http(Function<Http, Http> change) {
            return new Request(change.apply(http), method, path, body);
        }

        Request header(String name, String value) {
            return http(it -> it.with(name, value));
        }

        Request method(String other) {
            return new Request(http, other, path, body);
        }

        Request path(String other) {
            return new Request(http, method, other, body);
        }

        Request body(String other) {
            return new Request(http, method, path, other);
        }

        Answer send() {
            return http.send(method, path, body);
        }
    }

    /** The checks that every call with a body has, in their order. */
    static List<Fault> beforeAnythingIsRead(String customersToken) {
        return List.of(
                new Fault(404, "request.not-found", it -> it.path("/api/nothing/at/all")),
                new Fault(405, "request.method-not-allowed", it -> it.method("PATCH")),
                new Fault(413, "request.too-large", it -> it.body(it.body() + " ".repeat(1 << 20))),
                new Fault(415, "request.unsupported-media-type", it -> it.header("Content-Type", "text/plain")),
                new Fault(406, "request.not-acceptable", it -> it.header("Accept", "text/html")),
                new Fault(401, "auth.invalid", it -> it.header(AUTHORIZATION, "Bearer nonsense")),
                new Fault(401, "auth.required", it -> it.http(http -> http.without(AUTHORIZATION))),
                new Fault(403, "auth.forbidden", it -> it.header(AUTHORIZATION, customersToken)));
    }

    static Fault malformed() {
        return new Fault(400, "request.malformed", it -> it.body("{" + it.body()));
    }

    static Fault invalid(String pointer, String json) {
        return new Fault(400, "validation.failed", it -> it.body(Edit.set(it.body(), pointer, json)));
    }

    static Fault elsewhere(String code, String pathToNothing) {
        return new Fault(404, code, it -> it.path(pathToNothing.formatted(Ids.next())));
    }

    @Override
    public String toString() {
        return "%d %s".formatted(status, code);
    }
}
