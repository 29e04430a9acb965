package dev.banyan.payments.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.security.Sealer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Offers the sandbox as a payment provider: in this process, or where {@code banyan.payments.sandbox.url} says. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "banyan.payments.sandbox.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {
    @Bean
    Signature sandboxSignature(SandboxProperties properties, Sealer sealer, Clock clock) {
        var secret = properties.webhookSecret();
        return new Signature(secret != null ? secret : derived(sealer, "sandbox-webhook"), clock);
    }

    @Bean
    WebhookTarget sandboxWebhookTarget(SandboxProperties properties, Environment environment) {
        return new WebhookTarget(() -> {
            var port = environment.getProperty("local.server.port");
            var own = port == null ? null : "http://localhost:" + port;
            return properties.webhookUrl() != null ? properties.webhookUrl() : own;
        });
    }

    @Bean
    SandboxApi sandboxApi(
            SandboxProperties properties,
            DatabaseOwner owner,
            Sealer sealer,
            Signature signature,
            WebhookTarget target,
            ContractJson json) {
        var url = properties.url();
        if (url != null && !url.isBlank()) {
            return new RemoteSandbox(url, json);
        }
        var pool = pool(owner, derived(sealer, "sandbox-login"));
        return new LocalSandbox(Sandbox.open(pool, target, signature, properties.delay()), pool);
    }

    @Bean
    PaymentProvider sandboxProvider(SandboxApi sandbox, WebhookTarget target, Signature signature, ContractJson json) {
        return new SandboxProvider(sandbox, target, signature, new WebhookReader(json));
    }

    private static HikariDataSource pool(DatabaseOwner owner, String password) {
        try (var connection = owner.connect()) {
            LedgerDatabase.createSchema(connection);
            return LedgerDatabase.pool(owner.url(), LedgerDatabase.createLogin(connection, password), password);
        } catch (SQLException failure) {
            throw new StartRefusedException(
                    "The sandbox's ledger can't be made: %s.".formatted(failure.getMessage()), failure);
        }
    }

    private static String derived(Sealer sealer, String purpose) {
        return HexFormat.of().formatHex(sealer.derive(purpose));
    }
}
