package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.banyan.client.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Ways to spoil a request. */
final class Mutations {
    private final Random random;
    private final List<Consumer<HostileRequest>> all = List.of(
            this::value,
            this::value,
            this::value,
            this::value,
            this::property,
            this::bytes,
            this::cut,
            this::garbage,
            this::path,
            this::path,
            this::query,
            this::query,
            this::header,
            this::header,
            this::header,
            this::method,
            this::frame,
            this::lengths,
            this::flood);

    Mutations(Random random) {
        this.random = random;
    }

    /** Spoils {@code request} in one to three ways. */
    void spoil(HostileRequest request) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            pick(all).accept(request);
        }
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some field, wherever it stands, gets a value of some type. */
    private void value(HostileRequest request) {
        var pointers = new ArrayList<JsonPointer>();
        try {
            collect(Http.JSON.readTree(utf8(request.body)), JsonPointer.empty(), pointers);
        } catch (RuntimeException spoiltAlready) {
            return;
        }
        if (!pointers.isEmpty()) {
            request.body = latin1(replace(utf8(request.body), pick(pointers), pick(Poison.VALUES)));
        }
    }

    /** Numbers past any range are no nodes, so they go in as text. */
    private static String replace(String body, JsonPointer at, String value) {
        var mark = "\"@@here@@\"";
        return Edit.set(body, at.toString(), mark).replace(mark, value);
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> into) {
        if (!at.matches()) {
            into.add(at);
        }
        node.properties().forEach(property -> collect(property.getValue(), at.appendProperty(property.getKey()), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at.appendIndex(i), into);
        }
    }

    private void property(HostileRequest request) {
        request.body = request.body.replaceFirst("\\{", "{\"extra\":1,\"extra\":{\"\\\\u0000\":2},");
    }

    private void bytes(HostileRequest request) {
        var noise =
                pick(List.of("\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u0000", "\u00ef\u00bb\u00bf", "\u00f5"));
        int at = random.nextInt(request.body.length() + 1);
        request.body = request.body.substring(0, at) + noise + request.body.substring(at);
    }

    private void cut(HostileRequest request) {
        request.body = request.body.substring(0, random.nextInt(request.body.length() + 1));
    }

    private void garbage(HostileRequest request) {
        var deep = 1 + random.nextInt(50_000);
        request.body = pick(List.of(
                "[".repeat(deep),
                "{\"a\":".repeat(deep),
                "\"" + "z".repeat(deep),
                "9".repeat(deep),
                "<xml/>",
                "a=b&c=d",
                "null",
                " ",
                "x".repeat((1 << 20) + 1)));
    }

    private void path(HostileRequest request) {
        int end = request.target.indexOf('?');
        int slash = request.target.indexOf('/', random.nextInt(end < 0 ? request.target.length() : Math.max(end, 1)));
        int at = slash < 0 ? request.target.length() : slash;
        var trick = pick(Poison.PATH_TRICKS);
        request.target = request.target.substring(0, at)
                + trick
                + request.target.substring(Math.min(at + 1, request.target.length()));
        request.unreadable |= trick.contains(" ") || trick.contains("\u0001");
    }

    private void query(HostileRequest request) {
        var name = pick(List.of(
                "limit", "cursor", "q", "sort", "sku", "wait", "currency", "from", "minPrice", "%zz", "a".repeat(500)));
        request.target += (request.target.contains("?") ? "&" : "?") + name + "=" + pick(Poison.TEXTS);
    }

    private void header(HostileRequest request) {
        var header = pick(Poison.HEADERS);
        request.headers.add(header);
        request.unreadable |= header.startsWith("Upgrade") || (header.contains("\r") && !header.contains("\r\n"));
    }

    private void method(HostileRequest request) {
        request.method = pick(Poison.METHODS);
    }

    private void frame(HostileRequest request) {
        request.framing = "Transfer-Encoding: "
                + pick(List.of("chunked", "chunked", "chunked", "gzip, chunked", "x", "chunked, chunked"));
        request.body = pick(Poison.CHUNKS);
        request.unreadable = true;
    }

    private void lengths(HostileRequest request) {
        request.framing = pick(List.of(
                "Content-Length: 5\r\nContent-Length: 7",
                "Content-Length: -1",
                "Content-Length: x",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: 100000",
                "Content-Length: 2147483648"));
        request.unreadable = true;
    }

    /** More than any server reads. */
    private void flood(HostileRequest request) {
        request.headers.add("X-Flood: " + "f".repeat(70_000));
        request.unreadable = true;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    private static String latin1(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
