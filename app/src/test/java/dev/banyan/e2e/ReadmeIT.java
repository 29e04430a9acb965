package dev.banyan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's walk-through, run as it stands by a shell. */
class ReadmeIT {
    private static final Pattern WALK_THROUGH =
            Pattern.compile("<!-- walk-through[^\\n]*-->\\n```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theWalkThroughEndsWithAConfirmedOrderAndItsMessage() throws IOException, InterruptedException {
        var readme = Files.readString(Path.of("..", "README.md"));
        var script = WALK_THROUGH.matcher(readme).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        var here = script.replace("http://localhost:8080", Shop.http().base().toString())
                .replace("admin@banyan.local", Shop.ADMIN);

        var output = run("set -e; password='%s'\n%s".formatted(Shop.ADMIN_PASSWORD, here));

        assertThat(output)
                .contains("\"slug\":\"siesta-cushion\"")
                .contains("\"status\":\"CONFIRMED\"")
                .contains("\"kind\":\"order-confirmed\"")
                .contains("\"to\":\"ada@example.com\"");
    }

    @Test
    void theReadmeIsShortEnoughToBeRead() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    private static String run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
