package dev.banyan.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One kept-alive HTTP/1.1 connection with as little work of its own as possible: it shares the machine with what it measures. */
final class HttpConnection implements Closeable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    HttpConnection(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
        host = "127.0.0.1:" + port;
    }

    Answer get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, "");
    }

    Answer send(String method, String path, Map<String, String> headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = new StringBuilder(256);
        request.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        if (bytes.length > 0) {
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(bytes.length)
                    .append("\r\n");
        }
        var head = request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var message = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(bytes, 0, message, head.length, bytes.length);
        out.write(message);
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            }
        }
        return new Answer(status, chunked ? chunks() : body(length));
    }

    private String chunks() throws IOException {
        var text = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            text.append(body(size));
            line();
        }
        line();
        return text.toString();
    }

    private String body(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A response's status and body. */
    record Answer(int status, String body) {
        /** The first string value of a JSON member; the benchmark reads nothing else. */
        String text(String member) {
            int start = body.indexOf("\"%s\":\"".formatted(member));
            if (start < 0) {
                throw new IllegalStateException("No %s in %d %s".formatted(member, status, body));
            }
            int from = start + member.length() + 4;
            return body.substring(from, body.indexOf('"', from));
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("Expected %d, got %d: %s".formatted(expected, status, body));
            }
            return this;
        }
    }
}
