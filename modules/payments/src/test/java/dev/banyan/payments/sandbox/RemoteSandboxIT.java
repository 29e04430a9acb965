package dev.banyan.payments.sandbox;

import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderCommand;
import dev.banyan.payments.spi.ProviderOutcome;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.testing.TestDatabases;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

class RemoteSandboxIT extends SandboxContract {
    private final String url = TestDatabases.create("sandbox_remote");

    @Override
    SandboxApi open(String delay) throws Exception {
        var database = TestDatabases.server();
        var server = SandboxServer.start(
                "--server.port=0",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--banyan.payments.sandbox.webhook-secret=" + SECRET,
                "--banyan.payments.sandbox.webhook-delay=" + delay);
        return new WithServer(new RemoteSandbox("http://127.0.0.1:" + server.port() + "/", new ContractJson()), server);
    }

    /** A client that takes its server down with it. */
    private record WithServer(SandboxApi client, SandboxServer server) implements SandboxApi {
        @Override
        public ProviderOutcome authorize(ProviderAuthorization authorization, @Nullable String webhookUrl) {
            return client.authorize(authorization, webhookUrl);
        }

        @Override
        public ProviderOutcome execute(Operation operation, ProviderCommand command) {
            return client.execute(operation, command);
        }

        @Override
        public Optional<ProviderOutcome> outcome(String key) {
            return client.outcome(key);
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }
}
