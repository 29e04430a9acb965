package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTests {
    @ParameterizedTest
    @CsvSource({
        "Nara Teapot, nara-teapot",
        "  Crème brûlée & Co.  , creme-brulee-co",
        "Ærø Øl, aero-ol",
        "急須, product",
        "Set 急須 2, set-2",
        "0190A1B2 C3D4 7E5F 8A9B 0C1D2E3F4A5B, product-0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    })
    void saysTheName(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug).matches(Slugs.PATTERN);
    }

    @Test
    void boundsLongNames() {
        assertThat(Slugs.of("word ".repeat(40))).hasSizeLessThanOrEqualTo(80).matches(Slugs.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a b", "ä", "a/b"})
    void refusesOtherForms(String slug) {
        assertThat(slug).doesNotMatch(Slugs.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a/", "/a", "a//b", "a-/b", "a/-b"})
    void refusesBrokenPaths(String path) {
        assertThat(path).doesNotMatch(Slugs.PATH_PATTERN);
    }

    @Test
    void endlessInputDoesNotExhaustTheMatcher() {
        assertThat("a-".repeat(500_000) + "a").doesNotMatch(Slugs.PATTERN).doesNotMatch(Slugs.PATH_PATTERN);
    }
}
