package dev.banyan.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.kernel.Money;
import dev.banyan.payments.spi.ProviderAuthorization;
import dev.banyan.payments.spi.ProviderOutcome.Approved;
import dev.banyan.payments.spi.ProviderOutcome.Pending;
import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.testing.TestDatabases;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a process that is killed. */
class SandboxProcessIT {
    private static final String SECRET = "process-secret";

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void kill() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void remembersEverythingAfterAKill() throws Exception {
        var url = TestDatabases.create("sandbox_process");
        int port = freePort();
        var key = Ids.next() + ":authorize";
        try (var webhooks = new WebhookReceiver(SECRET);
                var client = new RemoteSandbox("http://127.0.0.1:" + port, new ContractJson())) {
            var process = start(port, url, "--banyan.payments.sandbox.webhook-delay=2s");
            var approved = client.authorize(authorization(key, "tok_approve"), null);
            var pending = (Pending) client.authorize(authorization(key + "2", "tok_webhook"), webhooks.url());
            process.destroyForcibly().waitFor();
            start(port, url, "--banyan.payments.sandbox.webhook-delay=2s");

            assertThat(client.outcome(key)).contains(approved);
            assertThat(webhooks.await(pending.reference())).contains("payment.authorized");
            assertThat(client.outcome(key + "2")).contains(new Approved(pending.reference()));
        }
    }

    @Test
    void saysWhatIsMissingInOneSentence() throws Exception {
        var log = directory.resolve("refused.log");
        var process = launch(log, "--server.port=0");

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(log))
                .last()
                .isEqualTo("The sandbox can't start: --spring.datasource.url is missing");
    }

    private Process start(int port, String url, String... more) throws IOException {
        var database = TestDatabases.server();
        var log = directory.resolve("sandbox-%d.log".formatted(processes.size()));
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--banyan.payments.sandbox.webhook-secret=" + SECRET));
        arguments.addAll(List.of(more));
        var process = launch(log, arguments.toArray(String[]::new));
        await().atMost(30, TimeUnit.SECONDS).until(() -> Files.readString(log).contains("The sandbox listens on port"));
        return process;
    }

    private Process launch(Path log, String... arguments) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                SandboxServer.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        processes.add(process);
        return process;
    }

    private static ProviderAuthorization authorization(String key, String token) {
        return new ProviderAuthorization(key, new Money(1000, "EUR"), "card", token);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
