package dev.banyan.runtime.security;

import dev.banyan.runtime.data.embedded.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Provides the {@link Sealer} and the {@link Authenticator}. */
@AutoConfiguration
class SecurityAutoConfiguration {
    /** The secret is {@code banyan.secret}; unset, a random one that stays with the data directory. */
    @Bean
    Sealer sealer(@Value("${banyan.secret:}") String configured, ObjectProvider<DataDirectory> directory) {
        var secret = configured.isEmpty() ? directory.getObject().secret("secret") : configured;
        return Sealer.of(secret);
    }

    @Bean
    Authenticator authenticator(ObjectProvider<Credentials> credentials) {
        return new Authenticator(credentials);
    }
}
