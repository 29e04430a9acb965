package dev.banyan.runtime.security;

import dev.banyan.runtime.data.embedded.DataDirectory;
import dev.banyan.runtime.modules.HostedModules;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Provides the {@link Sealer}, the {@link Authenticator} and, once {@code banyan.service.trusted} is set, this process's identity among others. */
@AutoConfiguration
@EnableConfigurationProperties(ServiceProperties.class)
class SecurityAutoConfiguration {
    /** The secret is {@code banyan.secret}; unset, a random one that stays with the data directory. */
    @Bean
    @Lazy // a gateway has nothing to seal, and no directory that keeps a secret
    Sealer sealer(@Value("${banyan.secret:}") String configured, ObjectProvider<DataDirectory> directory) {
        var secret = configured.isEmpty() ? directory.getObject().secret("secret") : configured;
        return Sealer.of(secret);
    }

    @Bean
    Authenticator authenticator(ObjectProvider<Credentials> credentials) {
        return new Authenticator(credentials);
    }

    @Bean
    @ConditionalOnProperty("banyan.service.trusted")
    ServiceIdentity serviceIdentity(
            ServiceProperties properties,
            HostedModules modules,
            @Value("${banyan.process:}") String process,
            ObjectProvider<DataDirectory> directory) {
        return ServiceIdentities.of(
                properties, modules, process, () -> directory.getObject().path());
    }

    @Bean
    @ConditionalOnBean(ServiceIdentity.class)
    ServiceTokens serviceTokens(ServiceIdentity identity, Clock clock) {
        return new ServiceTokens(identity, clock);
    }

    @Bean
    @ConditionalOnBean(ServiceIdentity.class)
    ServiceTokenCheck serviceTokenCheck(ServiceIdentity identity, Clock clock) {
        return new ServiceTokenCheck(identity, clock);
    }
}
