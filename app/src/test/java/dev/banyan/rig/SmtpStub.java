package dev.banyan.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps a ledger of what it took, whether it said so or not. */
final class SmtpStub implements AutoCloseable {
    private final ServerSocket server;
    private final List<Mail> ledger = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.OK;

    SmtpStub() {
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("smtp").start(this::accept);
    }

    /** How it treats mail. */
    enum Mode {
        OK,
        /** Never takes it. */
        REFUSE,
        /** Doesn't take it now. */
        BUSY,
        /** Takes it, and hangs up before it says so. */
        DIE_AFTER_DATA
    }

    /** A mail that was taken. */
    record Mail(String messageId, String to) {}

    int port() {
        return server.getLocalPort();
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    /** Every mail taken so far, repeats included. */
    List<Mail> ledger() {
        return List.copyOf(ledger);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                var lines = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            answer(client, "220 rig");
            var to = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "RCPT" -> {
                        to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        answer(client, answerToRecipient());
                    }
                    case "DATA" -> {
                        answer(client, "354 go on");
                        ledger.add(new Mail(messageId(lines), to));
                        if (mode == Mode.DIE_AFTER_DATA) {
                            return;
                        }
                        answer(client, "250 taken");
                    }
                    case "QUIT" -> {
                        answer(client, "221 bye");
                        return;
                    }
                    default -> answer(client, "250 rig");
                }
            }
        } catch (IOException gone) {
            assert gone != null;
        }
    }

    private String answerToRecipient() {
        return switch (mode) {
            case REFUSE -> "550 5.1.1 No such mailbox";
            case BUSY -> "451 4.7.1 Try again later";
            case OK, DIE_AFTER_DATA -> "250 fine";
        };
    }

    private static String messageId(BufferedReader lines) throws IOException {
        var id = "";
        for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).strip();
            }
        }
        return id;
    }

    private static void answer(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
