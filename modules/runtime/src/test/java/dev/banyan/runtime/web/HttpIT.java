package dev.banyan.runtime.web;

import dev.banyan.runtime.RuntimeIT;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests over a real port. */
abstract class HttpIT extends RuntimeIT {
    Http http = new Http(0);

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }
}
