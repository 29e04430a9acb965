package dev.banyan.runtime.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.runtime.web.edge.BufferedBody;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies on their way through: part by part, and to an end on both sides whichever side breaks. */
class StreamingIT extends GatewayIT {
    private static final String POST = "POST /api/beta HTTP/1.1\r\nHost: x\r\n";
    private static final String GET = "GET /api/beta HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void sendsPartsOfABodyBeforeTheRestIsThere() throws Exception {
        try (var client = client();
                var target = forward(client, POST + "Content-Length: 10\r\n\r\nfirst")) {
            assertThat(target.head()).contains("Content-Length: 10").noneMatch(line -> line.startsWith("Transfer"));
            assertThat(target.text(5)).isEqualTo("first");
            client.send("later");
            assertThat(target.text(5)).isEqualTo("later");
            target.answer(201, "made");
            assertThat(client.readUntil("made")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void sendsChunksAsTheyCome() throws Exception {
        try (var client = client();
                var target = forward(client, POST + "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")) {
            assertThat(target.head()).contains("Transfer-encoding: chunked");
            client.send("5\r\nlater\r\n0\r\n\r\n");
            assertThat(target.chunks()).isEqualTo("firstlater");
            target.answer(200, "ok");
            assertThat(client.readUntil("ok")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void givesPartsOfAnAnswerBeforeTheRestIsThere() throws Exception {
        try (var client = client();
                var target = forward(client, GET)) {
            target.head();
            target.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            assertThat(client.readUntil("first")).contains("Transfer-Encoding: chunked");
            target.send("5\r\nlater\r\n0\r\n\r\n");
            assertThat(client.readUntil("0\r\n\r\n")).contains("later");
        }
    }

    @Test
    void sendsJustTooMuchOfABodyThatIsTooLarge() throws Exception {
        for (var framing : new String[] {"Content-Length: 3145728", "Transfer-Encoding: chunked"}) {
            try (var client = client();
                    var target = forward(client, POST + framing + "\r\n\r\n")) {
                var part = "x".repeat(1 << 16);
                target.head();
                var sending = Thread.ofVirtual().start(() -> {
                    try {
                        for (int i = 0; i < 48; i++) {
                            client.send(framing.endsWith("chunked") ? "10000\r\n%s\r\n".formatted(part) : part);
                        }
                    } catch (IOException refused) {
                        // As it should be.
                    }
                });
                assertThat(target.chunks()).hasSize(BufferedBody.LIMIT + 1);
                target.answer(413, "too much");
                assertThat(client.readUntil("too much")).startsWith("HTTP/1.1 413");
                sending.interrupt();
            }
        }
    }

    @Test
    void endsTheTargetsRequestWhenTheClientGoesWhileSending() throws Exception {
        try (var client = client();
                var target = forward(client, POST + "Content-Length: 10\r\n\r\nfirst")) {
            target.head();
            assertThat(target.text(5)).isEqualTo("first");
            client.close();
            assertThat(target.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void endsTheTargetsAnswerWhenTheClientGoesWhileReading() throws Exception {
        try (var client = client();
                var target = forward(client, GET)) {
            target.head();
            target.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\nfirst");
            client.readUntil("first");
            client.close();
            var writing = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        target.send("x".repeat(1 << 16));
                    }
                } catch (IOException closed) {
                    // As it should be.
                }
            });
            assertThat(target.isClosedByPeer()).isTrue();
            writing.join();
        }
    }

    @Test
    void waitsForASlowClientInsteadOfKeepingTheAnswer() throws Exception {
        try (var client = client();
                var target = forward(client, GET)) {
            target.head();
            target.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\nfirst");
            client.readUntil("first");
            var sent = new AtomicLong();
            Thread.ofVirtual().start(() -> {
                try {
                    while (sent.get() < 90_000_000) {
                        target.send("x".repeat(1 << 16));
                        sent.addAndGet(1 << 16);
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            var seen = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(500)).until(() -> seen.getAndSet(sent.get()) == sent.get());
            assertThat(sent).hasValueLessThan(40_000_000);
        }
    }

    @Test
    void breaksOffWhereTheTargetDoes() throws Exception {
        try (var client = client();
                var target = forward(client, GET)) {
            target.head();
            target.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            client.readUntil("first");
            target.close();
            assertThat(client.readAll()).doesNotContain("0\r\n\r\n");
        }
    }

    @Test
    void givesUpATargetThatFallsSilent() throws Exception {
        try (var client = client();
                var target = forward(client, GET)) {
            target.head();
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 503").contains("Retry-After");
            assertThat(target.isClosedByPeer()).isTrue();
        }
        try (var client = client();
                var target = forward(client, GET)) {
            target.head();
            target.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            assertThat(client.readAll()).contains("first");
            assertThat(target.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void doesNotSendARequestTwiceThatWasBegun() throws Exception {
        try (var client = client()) {
            var target = forward(client, POST + "Content-Length: 2\r\n\r\nok");
            target.head();
            target.close();
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 503");
        }
        assertThat(UPSTREAM.isUntouched()).isTrue();
    }
}
