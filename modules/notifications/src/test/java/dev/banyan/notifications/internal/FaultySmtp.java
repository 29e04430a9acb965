package dev.banyan.notifications.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a mail server and does by recipient what such servers do at times: {@code refused-…} gets 550, {@code
 * busy-…} 451 the first two times, {@code cut-…} loses the connection twice after its mail was taken.
 */
final class FaultySmtp implements AutoCloseable {
    private static final int TIMES = 2;

    private final int upstreamPort;
    private final int port;
    private final Map<String, Integer> faults = new HashMap<>();
    private ServerSocket server;

    FaultySmtp(int upstreamPort) {
        this.upstreamPort = upstreamPort;
        this.server = listen(0);
        this.port = server.getLocalPort();
    }

    int port() {
        return port;
    }

    void down() {
        close();
    }

    void up() {
        server = listen(port);
    }

    /** How often that address got its fault. */
    synchronized int faults(String address) {
        return faults.getOrDefault(address, 0);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ServerSocket listen(int wanted) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> new Conversation(client).run());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private synchronized boolean fault(String address, int most) {
        int before = faults.getOrDefault(address, 0);
        if (before < most) {
            faults.put(address, before + 1);
        }
        return before < most;
    }

    /** One connection, passed on line by line. */
    private final class Conversation {
        private final Socket client;
        private String recipient = "";

        Conversation(Socket client) {
            this.client = client;
        }

        void run() {
            try (client;
                    var upstream = new Socket(InetAddress.getLoopbackAddress(), upstreamPort);
                    var fromClient = reader(client);
                    var fromServer = reader(upstream)) {
                answer(fromServer);
                for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                    if (line.startsWith("RCPT TO:")) {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    }
                    var refusal = line.startsWith("RCPT TO:") ? refusal() : null;
                    if (refusal != null) {
                        send(client, refusal);
                        continue;
                    }
                    send(upstream, line);
                    if (answer(fromServer).startsWith("354")) {
                        passMail(fromClient, upstream);
                        if (recipient.startsWith("cut-") && fault(recipient, TIMES)) {
                            fromServer.readLine();
                            return;
                        }
                        answer(fromServer);
                    }
                }
            } catch (IOException gone) {
                // either side hung up, which ends the conversation
            }
        }

        private @Nullable String refusal() {
            if (recipient.startsWith("refused-") && fault(recipient, Integer.MAX_VALUE)) {
                return "550 5.1.1 No such mailbox";
            }
            return recipient.startsWith("busy-") && fault(recipient, TIMES) ? "451 4.7.1 Try again later" : null;
        }

        private void passMail(BufferedReader from, Socket to) throws IOException {
            for (var line = from.readLine(); line != null; line = from.readLine()) {
                send(to, line);
                if (line.equals(".")) {
                    return;
                }
            }
        }

        /** Passes on an answer of one or more lines, and returns its last. */
        private String answer(BufferedReader fromServer) throws IOException {
            List<String> lines = new ArrayList<>();
            do {
                var line = fromServer.readLine();
                if (line == null) {
                    throw new IOException("the server hung up");
                }
                lines.add(line);
                send(client, line);
            } while (lines.getLast().startsWith("-", 3));
            return lines.getLast();
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void send(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
