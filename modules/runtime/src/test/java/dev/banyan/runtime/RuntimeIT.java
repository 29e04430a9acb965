package dev.banyan.runtime;

import org.springframework.boot.test.context.SpringBootTest;

/** One context for all of the runtime's tests. */
@SpringBootTest
public abstract class RuntimeIT {}
