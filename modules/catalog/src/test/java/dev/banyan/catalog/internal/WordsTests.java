package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {
    @Test
    void aWordHasAtMostTwoHundredCharacters() {
        assertThat(Words.of("x".repeat(300) + " " + "\ud83d\udd24\ud801\udc28".repeat(200)))
                .startsWith("x".repeat(200))
                .allSatisfy(word ->
                        assertThat(word.codePointCount(0, word.length())).isLessThanOrEqualTo(200));
        assertThat(Words.of("\u3316".repeat(200)).getFirst()).hasSize(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Soufflé Ramekins, souffle ramekins",
        "GROẞE Straße, grosse strasse",
        "Smørrebrød-Brett (2er), smorrebrod brett 2er",
        "Łódź, lodz",
        "İstanbul ılık, istanbul ilik",
        "'  %_\\''\"&|!:*()  ', ''",
        "0.8 l, 0 8 l",
    })
    void foldsCaseAccentsAndPunctuation(String text, String folded) {
        assertThat(Words.fold(text)).isEqualTo(folded);
    }

    @Test
    void keepsOtherScripts() {
        assertThat(Words.of("Чайник 急須")).containsExactly("чаиник", "急須");
    }

    @Test
    void dropsHalvesOfSurrogatePairs() {
        assertThat(Words.of("tea\ud800pot \u0000 cup")).containsExactly("tea", "pot", "cup");
    }

    @Test
    void namesEachWordOnce() {
        assertThat(Words.of("tea Tea TEA pot")).containsExactly("tea", "pot");
    }
}
