package dev.banyan.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTests {
    @Test
    void isOneLineWithTheClassOfTheFailure() {
        assertThat(ErrorText.of(new IllegalStateException("no stock\n  for A-1")))
                .isEqualTo("IllegalStateException: no stock for A-1");
        assertThat(ErrorText.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=hunter2",
                "Password: hunter2",
                "bad token hunter2",
                "Authorization: hunter2",
                "Authorization: Bearer hunter2",
                "card tok_hunter2 is declined",
                "bad eyJhbGciOi.hunter2.x",
                "X-Api-Key = hunter2",
                "the SECRET hunter2 is wrong"
            })
    void hidesWhatReadsLikeASecret(String message) {
        assertThat(ErrorText.of(new IllegalStateException(message))).doesNotContain("hunter2");
    }

    @Test
    void leavesTheRestAlone() {
        assertThat(ErrorText.of(new IllegalArgumentException("order 42 is unknown")))
                .endsWith("order 42 is unknown");
    }
}
