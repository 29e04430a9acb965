package dev.banyan.runtime.testing;

import dev.banyan.runtime.security.Credentials;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Accepts {@link TestCallers} where nobody else checks credentials. {@code banyan.test.credentials=false} asks the process that does. */
@AutoConfiguration(beforeName = "dev.banyan.runtime.calls.credentials.CredentialsAutoConfiguration")
@ConditionalOnBooleanProperty(name = "banyan.test.credentials", matchIfMissing = true)
class TestCallersAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(Credentials.class)
    TestCredentials testCredentials() {
        return new TestCredentials();
    }
}
