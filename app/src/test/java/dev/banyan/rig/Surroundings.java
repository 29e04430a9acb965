package dev.banyan.rig;

import static org.awaitility.Awaitility.await;

import dev.banyan.e2e.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** What the application lives on: its database, the payment provider, the mail server, and the links to them. */
record Surroundings(
        Path work,
        PostgresProcess postgres,
        OwnProcess sandbox,
        ProviderStub provider,
        WebhookRelay webhooks,
        SmtpStub smtp,
        TcpProxy providerLink,
        TcpProxy mailLink,
        List<TcpProxy> databaseLinks)
        implements AutoCloseable {
    private static final String SECRET = "a secret of the rig that nobody may ever read in a log";
    private static final String WEBHOOK_SECRET = "a secret of the rig for webhooks alone";

    /** Everything is quicker to notice that somebody has gone than it has to be in real life. */
    private static final List<String> PATIENCE = List.of(
            "--banyan.demo=false",
            "--banyan.orders.checkout-timeout=3s",
            "--banyan.orders.sweep-interval=1s",
            "--banyan.lease=3s",
            "--banyan.events.heartbeat=500ms",
            "--banyan.events.longest-retry=2s",
            "--banyan.events.attempts=6",
            "--banyan.payments.call-timeout=2s",
            "--banyan.payments.longest-pause=2s",
            "--banyan.notifications.delivery.first-pause=200ms",
            "--banyan.notifications.delivery.longest-pause=1s",
            "--banyan.notifications.delivery.refusals=1000");

    /** @param shop the port that webhooks are brought to */
    static Surroundings start(Path work, IntSupplier shop) throws IOException, SQLException {
        Build.make();
        var postgres = PostgresProcess.onCopy(Build.cluster(), work.resolve("database"));
        var webhooks = new WebhookRelay(shop, 0);
        int port = Ports.free();
        var sandbox = sandbox(work, postgres, port);
        var provider = new ProviderStub(port);
        var smtp = new SmtpStub();
        return new Surroundings(
                work,
                postgres,
                sandbox,
                provider,
                webhooks,
                smtp,
                new TcpProxy(provider.port()),
                new TcpProxy(smtp.port()),
                new ArrayList<>());
    }

    private static OwnProcess sandbox(Path work, PostgresProcess postgres, int port) {
        var command = new ArrayList<>(Build.command("-Xmx96m"));
        command.addAll(List.of("sandbox", "--server.port=" + port, "--banyan.payments.sandbox.webhook-delay=200ms"));
        command.addAll(postgres.owner(postgres.port()));
        var process = OwnProcess.start("sandbox", work.resolve("sandbox.log"), command, environment(postgres));
        await("the sandbox listens, see " + work)
                .atMost(Duration.ofSeconds(60))
                .until(() -> process.output().contains("listens on port"));
        return process;
    }

    static Map<String, String> environment(PostgresProcess postgres) {
        var environment =
                new HashMap<>(Map.of("BANYAN_ADMIN_EMAIL", Shop.ADMIN, "BANYAN_ADMIN_PASSWORD", Shop.ADMIN_PASSWORD));
        environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        environment.put("BANYAN_SECRET", SECRET);
        environment.put("BANYAN_PAYMENTS_SANDBOX_WEBHOOK_SECRET", WEBHOOK_SECRET);
        return environment;
    }

    /** The {@code number}-th instance of the application, with a link of its own to the database; not started yet. */
    AppProcess instance(int number, String... more) {
        var link = new TcpProxy(postgres.port());
        databaseLinks.add(link);
        var arguments = new ArrayList<>(PATIENCE);
        arguments.addAll(postgres.owner(link.port()));
        arguments.addAll(List.of(
                "--banyan.payments.sandbox.url=http://127.0.0.1:" + providerLink.port(),
                "--banyan.payments.sandbox.webhook-url=" + webhooks.url(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailLink.port()));
        arguments.addAll(List.of(more));
        return new AppProcess("app-" + number, work, arguments, environment(postgres));
    }

    List<String> secrets() {
        return List.of(SECRET, WEBHOOK_SECRET, postgres.password(), Shop.ADMIN_PASSWORD, "tok_approve");
    }

    @Override
    public void close() {
        sandbox.close();
        postgres.close();
        databaseLinks.forEach(TcpProxy::close);
        mailLink.close();
        providerLink.close();
        smtp.close();
        webhooks.close();
        provider.close();
    }
}
