package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.web.entry.Upstream.Connection;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A process without modules, before two instances of a module that are the test's to play. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=gateway",
            "banyan.test.database=false",
            "banyan.entry.answer=10s",
            "banyan.entry.silence=5s",
            "banyan.entry.gather=30s"
        })
abstract class GatewayIT {
    static final Upstream UPSTREAM = Upstream.open();

    @LocalServerPort
    int port;

    /** What an earlier test has left concerns nobody. */
    @BeforeEach
    void forgetConnections() {
        UPSTREAM.forget();
    }

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("banyan.services.beta", () -> Upstream.nobody() + "," + UPSTREAM.url());
        properties.add("banyan.services.alpha", () -> Upstream.nobody());
    }

    /** Sends a request and returns the target's end of it. */
    Connection forward(RawClient client, String request) throws IOException, InterruptedException {
        client.send(request);
        return UPSTREAM.next();
    }

    RawClient client() throws IOException {
        return new RawClient(port);
    }
}
