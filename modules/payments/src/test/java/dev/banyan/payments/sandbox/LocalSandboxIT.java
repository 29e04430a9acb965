package dev.banyan.payments.sandbox;

import dev.banyan.runtime.testing.TestDatabases;
import java.sql.DriverManager;
import java.time.Clock;

class LocalSandboxIT extends SandboxContract {
    private final String url = TestDatabases.create("sandbox_local");

    @Override
    SandboxApi open(String delay) throws Exception {
        var server = TestDatabases.server();
        String login;
        try (var owner = DriverManager.getConnection(url, server.user(), server.password())) {
            LedgerDatabase.createSchema(owner);
            login = LedgerDatabase.createLogin(owner, "it's secret");
        }
        var pool = LedgerDatabase.pool(url, login, "it's secret");
        var signature = new Signature(SECRET, Clock.systemUTC());
        return new LocalSandbox(
                Sandbox.open(pool, new WebhookTarget(() -> null), signature, SandboxProperties.delay(delay)), pool);
    }
}
