package dev.banyan.payments.internal;

import static org.awaitility.Awaitility.await;

import dev.banyan.payments.PaymentCommand;
import dev.banyan.payments.sandbox.SandboxServer;
import dev.banyan.runtime.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The provider as a process of its own, with a database of its own, that dies and comes back. */
class RemoteSandboxPaymentsIT extends PaymentsIT {
    private static final String DATABASE = TestDatabases.create("remote_sandbox_payments");
    private static SandboxServer server = start(0);

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry properties) {
        properties.add("banyan.payments.sandbox.url", () -> "http://127.0.0.1:" + server.port());
    }

    @Test
    void paysWhetherTheProviderAnswersOrTells() {
        for (var token : new String[] {"tok_approve", "tok_webhook", "tok_flaky", "tok_lost"}) {
            var orderId = authorized(token);
            payments.capture(new PaymentCommand(orderId));
            awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured");
            awaitSettled(orderId);
        }
    }

    @Test
    void goesOnWhenTheProviderComesBack() {
        var orderId = authorized("tok_approve");
        int port = server.port();
        server.close();
        payments.capture(new PaymentCommand(orderId));
        await().until(() -> attempts(orderId).contains("capture failed"));
        server = start(port);

        awaitEvents(orderId, "PaymentAuthorized", "PaymentCaptured");
        awaitSettled(orderId);
    }

    @Override
    JdbcClient ledger() {
        var database = TestDatabases.server();
        return JdbcClient.create(new DriverManagerDataSource(DATABASE, database.user(), database.password()));
    }

    private static SandboxServer start(int port) {
        var database = TestDatabases.server();
        try {
            return SandboxServer.start(
                    "--server.port=" + port,
                    "--spring.datasource.url=" + DATABASE,
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password(),
                    "--banyan.payments.sandbox.webhook-secret=" + SECRET,
                    "--banyan.payments.sandbox.webhook-delay=100ms");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
