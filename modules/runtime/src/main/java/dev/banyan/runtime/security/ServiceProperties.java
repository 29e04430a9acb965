package dev.banyan.runtime.security;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who this process is to the others of its topology.
 *
 * @param name how it signs; unset: {@code banyan.process}, else the names of its modules
 * @param key the file with its private key (a JWK); unset: one in the data directory, made at the first start
 * @param trusted the file with the public keys of all processes (a JWKS); a process that hosts all modules needs none, and is then called by nobody
 */
@ConfigurationProperties("banyan.service")
record ServiceProperties(
        @Nullable String name, @Nullable Path key, @Nullable Path trusted) {}
