package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {
    @ParameterizedTest
    @CsvSource({
        "teapot, teapot, 0",
        "taepot, teapot, 1",
        "teapt, teapot, 1",
        "teappot, teapot, 1",
        "teabot, teapot, 1",
        "tepaotx, teapot, 2",
        "'', abc, 3",
        "abc, '', 3",
    })
    void countsErrors(String a, String b, int errors) {
        assertThat(Spelling.distance(a, b)).isEqualTo(errors);
        assertThat(Spelling.distance(b, a)).isEqualTo(errors);
    }

    @Test
    void choosesTheNearestWithinReach() {
        assertThat(Spelling.nearest("teapto", List.of("teapots", "teapot", "teacup")))
                .containsExactly("teapot");
        assertThat(Spelling.nearest("cups", List.of("cusp", "cup", "caps"))).containsExactly("cusp", "cup", "caps");
        assertThat(Spelling.nearest("cauldorns", List.of("cauldron"))).containsExactly("cauldron");
    }

    @Test
    void shortWordsAreTakenAtTheirWord() {
        assertThat(Spelling.nearest("cup", List.of("cups", "cap"))).isEmpty();
        assertThat(Spelling.nearest("table", List.of("cradle"))).isEmpty();
    }
}
