package dev.banyan.rig;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through a proxy: two pumps. */
final class ProxiedConnection {
    private static final int PIECE = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final LinkFaults faults;
    private final AtomicInteger pumping = new AtomicInteger(2);

    ProxiedConnection(Socket client, Socket server, LinkFaults faults) {
        this.client = client;
        this.server = server;
        this.faults = faults;
    }

    /** Returns when the connection has ended in both directions. */
    void run() {
        var answers = Thread.ofVirtual().start(() -> pump(server, client, Direction.TO_CLIENT));
        pump(client, server, Direction.TO_SERVER);
        try {
            answers.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void reset() {
        reset(client);
        reset(server);
    }

    /** Ends a connection with an RST. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            assert gone != null;
        }
    }

    private void pump(Socket from, Socket to, Direction direction) {
        var piece = new byte[PIECE];
        var passed = new Passed();
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                faults.delay(direction);
                int allowed = allowed(piece, length, direction, passed);
                out.write(piece, 0, allowed);
                if (allowed < length) {
                    reset();
                    return;
                }
            }
            faults.delay(direction);
            to.shutdownOutput();
        } catch (IOException gone) {
            reset();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (pumping.decrementAndGet() == 0) {
                close(client);
                close(server);
            }
        }
    }

    /** How many of these bytes may pass before the connection ends; all of them when it goes on. */
    private int allowed(byte[] piece, int length, Direction direction, Passed passed) {
        var cut = faults.cut(direction);
        if (cut == null) {
            return length;
        }
        var pattern = cut.pattern();
        if (pattern != null) {
            return passed.meets(piece, length, pattern) && faults.meet(direction, cut) ? 0 : length;
        }
        return (int) Math.min(length, cut.bytes() - passed.count(cut, length));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            assert gone != null;
        }
    }

    /** What one pump has passed since a cut was set. */
    private static final class Passed {
        private int generation;
        private long bytes;
        private String tail = "";

        /** Whether the pattern ends in these bytes; it may have begun in earlier ones. */
        boolean meets(byte[] piece, int length, byte[] pattern) {
            var text = tail + new String(piece, 0, length, StandardCharsets.ISO_8859_1);
            tail = text.substring(Math.max(0, text.length() - pattern.length + 1));
            return text.contains(new String(pattern, StandardCharsets.ISO_8859_1));
        }

        /** The bytes before these, which are counted now. */
        long count(LinkFaults.Cut cut, int length) {
            if (cut.generation() != generation) {
                generation = cut.generation();
                bytes = 0;
            }
            long before = bytes;
            bytes += length;
            return before;
        }
    }
}
