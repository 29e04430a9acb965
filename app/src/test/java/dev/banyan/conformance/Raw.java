package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer to bytes that no HTTP client would send.
 *
 * @param status 0 when the connection was closed without an answer
 */
record Raw(int status, String head, String body) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final int PATIENCE_MILLIS = 20_000;

    /** Sends {@code request}, which has to ask for the connection to be closed, and reads until it is. */
    static Raw send(byte[] request) throws IOException {
        var shop = Target.shop().base();
        try (var socket = new Socket(shop.getHost(), port(shop))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException answeredAlready) {
                return read(socket);
            }
            return read(socket);
        }
    }

    Optional<String> header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static Raw read(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (SocketException reset) {
            return parse(bytes.toByteArray());
        }
        return parse(bytes.toByteArray());
    }

    private static Raw parse(byte[] answer) {
        var text = new String(answer, ISO_8859_1);
        while (text.startsWith("HTTP/1.1 1") && text.contains("\r\n\r\n")) {
            text = text.substring(text.indexOf("\r\n\r\n") + 4);
        }
        var status = STATUS.matcher(text);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !status.lookingAt()) {
            return new Raw(0, text, "");
        }
        var answered = new Raw(Integer.parseInt(status.group(1)), text.substring(0, end), text.substring(end + 4));
        var bytes = answered.header("Transfer-Encoding").isPresent() ? joined(answered.body()) : answered.body();
        return new Raw(answered.status(), answered.head(), new String(bytes.getBytes(ISO_8859_1), UTF_8));
    }

    private static String joined(String chunks) {
        var whole = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int end = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks, at, end, 16);
            whole.append(chunks, end + 2, end + 2 + size);
            at = size == 0 ? chunks.length() : end + size + 4;
        }
        return whole.toString();
    }

    private static int port(URI shop) {
        return shop.getPort() < 0 ? 80 : shop.getPort();
    }
}
