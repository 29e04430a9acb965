package dev.banyan.runtime;

import org.springframework.boot.test.context.SpringBootTest;

/** One context for all of the runtime's tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RuntimeIT {}
