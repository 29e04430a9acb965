package dev.banyan.runtime.web.entry;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A target of forwarding, made by hand: its connections are the test's to read and to write, byte by byte. */
final class Upstream implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final ServerSocket server;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    private Upstream(ServerSocket server) {
        this.server = server;
    }

    static Upstream open() {
        try {
            var upstream = new Upstream(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(upstream::accept);
            return upstream;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An address at which nobody listens. */
    static URI nobody() {
        try (var upstream = open()) {
            return upstream.url();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                connections.add(new Connection(server.accept()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** The next connection that comes. */
    Connection next() throws InterruptedException {
        var connection = connections.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("Nobody connects");
        }
        return connection;
    }

    /** Closes the connections that nobody has taken. */
    void forget() {
        connections.forEach(Connection::close);
        connections.clear();
    }

    boolean isUntouched() {
        return connections.isEmpty();
    }

    @Override
    public void close() {
        try {
            server.close();
            connections.forEach(Connection::close);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One connection, seen from the target. */
    static final class Connection implements AutoCloseable {
        private final Socket socket;

        Connection(Socket socket) {
            this.socket = socket;
        }

        /** The lines of a request's head. */
        List<String> head() throws IOException {
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                head.write(read());
            }
            return head.toString(StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        /** The next {@code count} bytes as text. */
        String text(int count) throws IOException {
            return new String(input().readNBytes(count), StandardCharsets.ISO_8859_1);
        }

        int read() throws IOException {
            int read = input().read();
            if (read < 0) {
                throw new EOFException();
            }
            return read;
        }

        /** A chunked body, up to its end. */
        String chunks() throws IOException {
            var body = new StringBuilder();
            for (int size = size(); size > 0; size = size()) {
                body.append(text(size));
                text(2);
            }
            text(2);
            return body.toString();
        }

        private int size() throws IOException {
            var line = new StringBuilder();
            while (line.indexOf("\r\n") < 0) {
                line.append((char) read());
            }
            return Integer.parseInt(line.toString().strip(), 16);
        }

        /** True once the other side has closed; reads whatever comes before that. */
        boolean isClosedByPeer() {
            try {
                socket.setSoTimeout(PATIENCE_SECONDS * 1000);
                while (input().read() >= 0) {
                    // Nobody needs it.
                }
                return true;
            } catch (SocketTimeoutException open) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** A whole answer without more ado. */
        void answer(int status, String body) throws IOException {
            send("HTTP/1.1 %d Whatever\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body));
        }

        private InputStream input() throws IOException {
            return socket.getInputStream();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
