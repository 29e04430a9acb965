package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTests {
    /** A name of 200 characters as its sort key may be: a Korean syllable becomes three letters, one Arabic ligature eighteen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u1112\u1161\u11ab",
                "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064a\u0647 \u0648\u0633\u0644\u0645"
            })
    void takesTheLongestThatItGives(String letter) {
        var values = List.of(letter.repeat(200), "id");
        assertThat(Cursors.decode(Cursors.encode("things", values), "things", 2))
                .isEqualTo(values);
    }

    @Test
    void refusesALongerOne() {
        assertThatThrownBy(() -> Cursors.decode("A".repeat(20_000), "things", 1))
                .isInstanceOf(InvalidRequestException.class);
    }
}
