package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the command ends, it leaves nothing running; and it says in one sentence why it doesn't begin. */
class SplitEndIT {
    private static final long INTERRUPT = 1 << 1;

    @TempDir
    Path directory;

    @Test
    void nothingIsLeftWhenItIsKilledAndNothingIsLost() throws Exception {
        try (var first = SplitProcess.launch(directory).awaitReady()) {
            first.http().signedIn(Shop.ADMIN, Shop.ADMIN_PASSWORD);
            first.command().kill();
            first.awaitNothingLeft();
        }
        try (var second = SplitProcess.launch(directory).awaitReady()) {
            second.http().signedIn(Shop.ADMIN, Shop.ADMIN_PASSWORD);
            boolean interrupted = knowsInterrupts();
            signal(second, interrupted ? "INT" : "TERM");
            second.command().awaitEnd();
            second.awaitNothingLeft();
            assertThat(second.command().exitCode()).isEqualTo(interrupted ? 130 : 143);
        }
    }

    /** A build in a shell's background is deaf to Ctrl-C, and so is what it starts. */
    private static boolean knowsInterrupts() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.split("\\s+")[1], 16))
                    .allMatch(ignored -> (ignored & INTERRUPT) == 0);
        }
    }

    private static void signal(SplitProcess split, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(split.command().pid()))
                .start()
                .waitFor();
    }

    @Test
    void nothingIsLeftWhenItIsStoppedBeforeAllAreReady() {
        try (var split = SplitProcess.launch(directory)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> split.children().findAny().isPresent());
            split.command().stop();
            split.awaitNothingLeft();
        }
    }

    @Test
    void refusesWhatCannotBeStarted() throws IOException {
        assertRefused("There is no topology 'nowhere.yml'.", "nowhere.yml");
        assertRefused("split knows no '--prot'", "monolith", "--prot", "1");
        assertRefused(
                "No broker answers at '127.0.0.1:1'.",
                "each-module-alone",
                "--port",
                "48080",
                "--broker",
                "127.0.0.1:1");
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            int port = taken.getLocalPort();
            assertRefused("Port %d is taken by another process".formatted(port), "monolith", "--port", "" + port);
        }
    }

    @Test
    void saysWhyAProcessDoesNotStart() {
        assertRefused(
                "The process 'banyan' did not start: ",
                "monolith",
                "--port",
                "48090",
                "--java-options",
                "-Dbanyan.modules=basket");
    }

    private void assertRefused(String sentence, String... arguments) {
        var words = new ArrayList<>(List.of("split"));
        words.addAll(List.of(arguments));
        words.add("--data-dir=" + directory.resolve("data"));
        var process = BanyanProcess.run(words.toArray(String[]::new));
        assertThat(process.exitCode()).isEqualTo(1);
        assertThat(process.errors())
                .startsWith("Banyan did not start: ")
                .contains(sentence)
                .hasLineCount(1);
    }
}
