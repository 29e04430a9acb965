package dev.banyan.runtime.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.StartRefusedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitOptionsTests {
    private static SplitOptions of(String... words) {
        return SplitOptions.of(List.of(words));
    }

    @Test
    void needNothingButATopology() {
        var options = of("some/orders-out.yml");
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.broker()).isNull();
        assertThat(options.dataDir()).isAbsolute().endsWithRaw(Path.of("banyan-split/orders-out"));
    }

    @Test
    void takeValuesEitherWay() {
        var options =
                of("x", "--port=9000", "--broker", "kafka:9092", "--java-options=-Xmx1g -Xss1m", "--data-dir", "/d");
        assertThat(options)
                .isEqualTo(new SplitOptions("x", 9000, Path.of("/d"), "kafka:9092", List.of("-Xmx1g", "-Xss1m")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'--port 1'; which topology",
                "'x --prot 1'; no '--prot'",
                "'x --port'; has no value",
                "'x --port http'; is no port",
                "'x --port 70000'; is no port",
                "'x y'; no 'y'"
            })
    void refuseEverythingElseInASentence(String line, String reason) {
        assertThatThrownBy(() -> of(line.split(" ")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
    }

    @Test
    void refuseATopologyThatIsNowhere() {
        assertThatThrownBy(() -> of("nowhere.yml").file())
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("There is no topology 'nowhere.yml'.");
    }
}
