package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Http;
import dev.banyan.client.Staff;
import dev.banyan.runtime.data.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** How the packed jar starts, and how it tells why it doesn't: one sentence, an exit code, no stack trace. */
class StartIT {

    @TempDir
    Path data;

    @Test
    void showsWhereEverythingIsInOneBox() {
        var output = Shop.process().output();
        assertThat(output)
                .containsOnlyOnce("Banyan ")
                .contains(
                        "|  Shop ",
                        "/docs ",
                        "|  API ",
                        "/v3/api-docs ",
                        "|  Data ",
                        Shop.data().toString(),
                        "|  Stop ",
                        "Ctrl-C");
        assertThat(output.lines()
                        .filter(line -> line.startsWith("|") || line.startsWith("+"))
                        .map(String::length))
                .hasSizeGreaterThan(6)
                .containsOnly(output.lines()
                        .filter(line -> line.startsWith("+"))
                        .findFirst()
                        .orElseThrow()
                        .length());
    }

    @Test
    void startsWithoutAWarning() {
        var output = Shop.process().output();
        var untilOpen = output.substring(0, output.lastIndexOf("--+"));
        assertThat(untilOpen).doesNotContain("WARN").doesNotContain("ERROR");
        assertThat(Shop.process().errors()).isEmpty();
    }

    @Test
    void keepsDataAcrossRestartsAndStopsItsDatabase() {
        try (var first = BanyanProcess.open(
                data,
                Map.of("BANYAN_ADMIN_EMAIL", "me@example.org", "BANYAN_ADMIN_PASSWORD", "a long enough password"),
                "--banyan.demo=false")) {
            new Http(first.url()).signedIn("me@example.org", "a long enough password");
            first.stop();
            assertThat(first.exitCode()).isEqualTo(143);
            assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        }
        try (var second = BanyanProcess.open(data, Map.of())) {
            new Http(second.url()).signedIn("me@example.org", "a long enough password");
            second.kill();
        }
        try (var third = BanyanProcess.open(data, Map.of())) {
            new Http(third.url()).signedIn("me@example.org", "a long enough password");
        }
    }

    @Test
    void refusesTakenPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            var process = BanyanProcess.run("--banyan.data-dir=" + data, "--server.port=" + taken.getLocalPort());
            assertRefused(process, "Port %d is taken by another process".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void refusesUnwritableDataDirectory() throws IOException {
        var file = Files.createFile(data.resolve("file"));
        assertRefused(
                BanyanProcess.run("--server.port=0", "--banyan.data-dir=" + file),
                "The data directory %s is a file".formatted(file));
    }

    @Test
    void refusesSecondInstanceOnTheSameData() {
        assertThat(Shop.process().isRunning()).isTrue();
        assertRefused(
                BanyanProcess.run("--server.port=0", "--banyan.data-dir=" + Shop.data()),
                "is running on the data directory " + Shop.data());
    }

    @Test
    void refusesUnreachableDatabase() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var url = "jdbc:postgresql://127.0.0.1:%d/shop".formatted(closed);
        assertRefused(
                withDatabase(url, "postgres", "secret"),
                "The database at %s can't be reached as user 'postgres'".formatted(url));
    }

    @Test
    void refusesWrongPassword() {
        try (var server = EmbeddedServer.temporary()) {
            var process = withDatabase(server.jdbcUrl("postgres"), server.user(), "not-the-password");
            assertRefused(process, "password authentication failed for user \"postgres\"");
            assertThat(process.errors()).doesNotContain("not-the-password");
        }
    }

    /** A data directory without the shop's secret makes one of its own. */
    @Test
    void refusesAnotherSecret() throws IOException {
        var owner = new EmbeddedOwner(Shop.data());
        assertThat(Shop.process().isRunning()).isTrue();
        assertRefused(
                withDatabase(owner.url(), EmbeddedOwner.USER, owner.password()),
                "This database was set up with another banyan.secret");
        assertThat(Staff.of(Shop.http(), Shop.ADMIN, Shop.ADMIN_PASSWORD)
                        .http()
                        .get("/api/admin/orders")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesServerThatIsTooOld() throws IOException {
        try (var server = new ServerOfAnotherAge("15.4")) {
            assertRefused(withDatabase(server.jdbcUrl(), "postgres", "secret"), "PostgreSQL 15 is too old");
        }
    }

    @Test
    void refusesUnknownModule() {
        assertRefused(
                BanyanProcess.run("--server.port=0", "--banyan.data-dir=" + data, "--banyan.modules=catalog,basket"),
                "banyan.modules names 'basket'");
    }

    @Test
    void refusesSomeModulesWithoutAnybodyToTrust() {
        assertRefused(
                BanyanProcess.run("--server.port=0", "--banyan.data-dir=" + data, "--banyan.modules=catalog"),
                "java -jar banyan.jar service-keys <directory> <process>...");
    }

    @Test
    void makesServiceKeys() {
        var keys = data.resolve("keys");
        assertThat(BanyanProcess.run("service-keys", keys.toString(), "orders", "trunk")
                        .exitCode())
                .isZero();
        assertThat(keys)
                .isDirectoryContaining("glob:**/orders.json")
                .isDirectoryContaining("glob:**/trunk.json")
                .isDirectoryContaining("glob:**/trusted.json");
        assertRefused(BanyanProcess.run("service-keys", keys.toString()), "names of processes");
    }

    @TestFactory
    Stream<DynamicTest> refusesOlderJava() {
        return OlderJava.installed().stream()
                .map(java -> DynamicTest.dynamicTest(java.toString(), () -> {
                    var process = BanyanProcess.launch(java, List.of(), Map.of());
                    process.awaitEnd();
                    assertRefused(process, "Banyan needs Java 25 or newer");
                }));
    }

    @Test
    void refusesUnknownCommand() {
        assertRefused(BanyanProcess.run("sell"), "Banyan knows no 'sell'");
    }

    @Test
    void answersHelpAndVersion() {
        assertThat(BanyanProcess.run("--help")).satisfies(process -> {
            assertThat(process.exitCode()).isZero();
            assertThat(process.output()).contains("Usage: java -jar banyan.jar", "--banyan.data-dir");
        });
        assertThat(BanyanProcess.run("--version").output()).matches("Banyan [0-9]+\\.[0-9]+\\.[0-9]+\\S*\\s+");
    }

    private BanyanProcess withDatabase(String url, String user, String password) {
        return BanyanProcess.run(
                "--server.port=0",
                "--banyan.data-dir=" + data,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password);
    }

    private static void assertRefused(BanyanProcess process, String sentence) {
        assertThat(process.exitCode()).isNotZero();
        assertThat(process.errors().lines())
                .as(process.errors())
                .singleElement()
                .asString()
                .contains(sentence);
        assertThat(process.output()).doesNotContain("\tat ");
    }
}
