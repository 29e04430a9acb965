package dev.banyan.e2e;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Speaks just enough of PostgreSQL's protocol to let a client in and to tell it a version. */
final class ServerOfAnotherAge implements AutoCloseable {

    private static final int STARTUP = 3 << 16;

    private final ServerSocket socket;
    private final String version;

    ServerOfAnotherAge(String version) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.version = version;
        Thread.ofVirtual().start(this::serve);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/shop".formatted(socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                letIn(client);
                converse(client);
            } catch (IOException clientHasLeft) {
                assert clientHasLeft != null;
            }
        }
    }

    private void letIn(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        for (var request = body(in); request.getInt() >> 16 != STARTUP >> 16; request = body(in)) {
            client.getOutputStream().write('N');
        }
        send(client, 'R', new byte[4]);
        parameter(client, "server_version", version);
        parameter(client, "client_encoding", "UTF8");
        parameter(client, "DateStyle", "ISO, MDY");
        parameter(client, "integer_datetimes", "on");
        parameter(client, "standard_conforming_strings", "on");
        ready(client);
    }

    private static void converse(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        for (char kind = (char) in.readByte(); kind != 'X'; kind = (char) in.readByte()) {
            body(in);
            switch (kind) {
                case 'P' -> send(client, '1', new byte[0]);
                case 'B' -> send(client, '2', new byte[0]);
                case 'D' -> send(client, 'n', new byte[0]);
                case 'E' -> send(client, 'C', bytes("SET\0"));
                case 'S' -> ready(client);
                default -> {
                    send(client, 'C', bytes("SET\0"));
                    ready(client);
                }
            }
        }
    }

    private static ByteBuffer body(DataInputStream in) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(in.readInt() - Integer.BYTES));
    }

    private static void parameter(Socket client, String name, String value) throws IOException {
        send(client, 'S', bytes(name + "\0" + value + "\0"));
    }

    private static void ready(Socket client) throws IOException {
        send(client, 'Z', bytes("I"));
    }

    private static void send(Socket client, char kind, byte[] body) throws IOException {
        var message = new ByteArrayOutputStream();
        var out = new DataOutputStream(message);
        out.writeByte(kind);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
        client.getOutputStream().write(message.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
