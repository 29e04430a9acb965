package dev.banyan;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The module's tests alone: the runtime comes by auto-configuration, other modules are mocked. */
@SpringBootApplication
class TestApplication {}
