package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTests {
    /** What the server behind the proxy was told, connection by connection. It answers each line with {@code re:<line>}. */
    private final List<String> told = new CopyOnWriteArrayList<>();

    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = new TcpProxy(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesBothWays() throws IOException {
        try (var client = new Client()) {
            assertThat(client.ask("one")).isEqualTo("re:one");
            assertThat(client.ask("two")).isEqualTo("re:two");
        }
        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void delaysBothWays() throws IOException {
        try (var client = new Client()) {
            client.ask("connected");
            proxy.faults().latency(Duration.ofMillis(150));
            long before = System.nanoTime();
            client.ask("late");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void swallowsRequestsUntilHealed() throws IOException {
        try (var client = new Client()) {
            proxy.faults().blackhole(Direction.TO_SERVER);
            client.say("held");
            assertThat(client.hearsNothing()).isTrue();
            assertThat(told).isEmpty();
            proxy.heal();
            assertThat(client.hear()).isEqualTo("re:held");
        }
    }

    @Test
    void swallowsAnswersAlone() throws IOException {
        try (var client = new Client()) {
            proxy.faults().blackhole(Direction.TO_CLIENT);
            client.say("heard");
            assertThat(client.hearsNothing()).isTrue();
            assertThat(told).containsExactly("heard");
            proxy.heal();
            assertThat(client.hear()).isEqualTo("re:heard");
        }
    }

    @Test
    void resetsOpenConnectionsAndTakesNewOnes() throws IOException {
        try (var client = new Client()) {
            client.ask("open");
            proxy.reset();
            assertThatIOException().isThrownBy(client::hear);
        }
        try (var client = new Client()) {
            assertThat(client.ask("new")).isEqualTo("re:new");
        }
    }

    @Test
    void refusesNewConnectionsUntilHealed() throws IOException {
        try (var open = new Client()) {
            open.ask("open");
            proxy.refuse();
            assertThatIOException().isThrownBy(Client::new).isInstanceOf(ConnectException.class);
            assertThat(open.ask("still")).isEqualTo("re:still");
        }
        proxy.heal();
        try (var client = new Client()) {
            assertThat(client.ask("again")).isEqualTo("re:again");
        }
    }

    @Test
    void cutsAfterSoManyBytes() throws IOException {
        proxy.faults().cutAfter(Direction.TO_SERVER, 6);
        try (var client = new Client()) {
            client.say("12345");
            assertThat(client.hear()).isEqualTo("re:12345");
            client.say("67890");
            assertThatIOException().isThrownBy(client::hear);
        }
        assertThat(told).containsExactly("12345");
    }

    @Test
    void cutsBeforeTheAnswerOfARequestThatArrived() throws IOException {
        proxy.faults().cutAt(Direction.TO_CLIENT, "re:COMMIT".getBytes(StandardCharsets.US_ASCII), 2);
        try (var first = new Client();
                var second = new Client()) {
            assertThat(first.ask("COMMIT")).isEqualTo("re:COMMIT");
            assertThat(proxy.faults().cutWaits()).isTrue();
            second.say("COMMIT");
            assertThatIOException().isThrownBy(second::hear);
            assertThat(first.ask("COMMIT")).isEqualTo("re:COMMIT");
        }
        assertThat(told).containsExactly("COMMIT", "COMMIT", "COMMIT");
        assertThat(proxy.faults().cutWaits()).isFalse();
    }

    @Test
    void cutsBeforeARequestArrives() throws IOException {
        proxy.faults().cutAt(Direction.TO_SERVER, "COMMIT".getBytes(StandardCharsets.US_ASCII), 1);
        try (var client = new Client()) {
            client.say("COMMIT");
            assertThatIOException().isThrownBy(client::hear);
        }
        assertThat(told).isEmpty();
    }

    private void serve() {
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
        try (client) {
            var lines = lines(client);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                client.getOutputStream().write(("re:" + line + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            assert gone != null;
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Talks to the server by way of the proxy. */
    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        private final BufferedReader lines = lines(socket);

        Client() throws IOException {
            socket.setSoTimeout(5000);
        }

        String ask(String line) throws IOException {
            say(line);
            return hear();
        }

        void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        String hear() throws IOException {
            var line = lines.readLine();
            if (line == null) {
                throw new IOException("hung up");
            }
            return line;
        }

        boolean hearsNothing() throws IOException {
            socket.setSoTimeout(200);
            try {
                lines.readLine();
                return false;
            } catch (SocketTimeoutException nothing) {
                return true;
            } finally {
                socket.setSoTimeout(5000);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
