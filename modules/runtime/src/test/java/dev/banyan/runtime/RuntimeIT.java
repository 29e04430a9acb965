package dev.banyan.runtime;

import org.springframework.boot.test.context.SpringBootTest;

/** One context for all of the runtime's tests. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "banyan.events.subscribers[beta.fragile-listener].attempts=2")
public abstract class RuntimeIT {}
