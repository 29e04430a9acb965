package dev.banyan.runtime.security;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Provides the {@link Sealer} and the {@link Authenticator}. */
@AutoConfiguration
class SecurityAutoConfiguration {
    private static final int MIN_SECRET_LENGTH = 32;

    @Bean
    Sealer sealer(
            @Value("${banyan.secret:}") String configured, @Value("${banyan.data-dir:banyan-data}") Path dataDirectory) {
        var secret = configured.isEmpty() ? new SecretFile(dataDirectory).readOrCreate() : configured;
        if (secret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalStateException(
                    "banyan.secret needs at least %d random characters".formatted(MIN_SECRET_LENGTH));
        }
        return new AesSealer(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    Authenticator authenticator(ObjectProvider<Credentials> credentials) {
        return new Authenticator(credentials);
    }
}
