package dev.banyan;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Two small modules, alpha and beta, on the whole runtime. */
@SpringBootApplication
class TestApplication {}
