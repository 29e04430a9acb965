package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** A request as the bytes that go over the wire, one per character, so that it can be anything. */
final class HostileRequest {
    String method;
    String target;
    final List<String> headers = new ArrayList<>(List.of("Host: shop", "Connection: close"));
    String body;

    /** How the body is framed; set by whoever breaks it. */
    String framing = "";

    /** Whether it is so broken that the connection may just be closed. */
    boolean unreadable;

    HostileRequest(String method, String target, String body) {
        this.method = method;
        this.target = target;
        this.body = body;
    }

    byte[] bytes() {
        return text().getBytes(ISO_8859_1);
    }

    private String text() {
        var all = new ArrayList<>(headers);
        if (!framing.isEmpty()) {
            all.add(framing);
        } else if (!body.isEmpty()) {
            all.add("Content-Length: " + body.length());
        }
        return "%s %s HTTP/1.1\r\n%s\r\n\r\n%s".formatted(method, target, String.join("\r\n", all), body);
    }

    /** Its beginning, for people to read. */
    @Override
    public String toString() {
        var text = text();
        var shown = text.length() > 1500 ? text.substring(0, 1500) + "… %d characters".formatted(text.length()) : text;
        return shown.replaceAll("[^\\x20-\\x7E\\n]", "·").replaceAll("(?i)(bearer|x-api-key:) [^\\s]+", "$1 …");
    }
}
