package dev.banyan.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientCallTests {
    private final List<String> late = new ArrayList<>();
    private final PatientCall<String> call = new PatientCall<>(late::add);

    @Test
    void givesAnAnswerInTimeToWhoWaits() throws Exception {
        call.complete("answer");

        assertThat(call.await(Duration.ofSeconds(10))).contains("answer");
        assertThat(late).isEmpty();
    }

    @Test
    void givesALateAnswerToTheOther() throws Exception {
        assertThat(call.await(Duration.ofMillis(1))).isEmpty();
        call.complete("answer");

        assertThat(late).containsExactly("answer");
    }
}
