package dev.banyan.runtime.testing;

import dev.banyan.runtime.security.Credentials;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Accepts {@link TestCallers} where nobody else checks credentials. */
@AutoConfiguration
class TestCallersAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(Credentials.class)
    TestCredentials testCredentials() {
        return new TestCredentials();
    }
}
