package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a key when its request fails, or its answer gets lost. */
class LostAnswersIT extends KeyedIT {
    @ParameterizedTest
    @ValueSource(strings = {"unavailable", "broken", "dead"})
    void failureIsNotKeptButItsOperationIs(String what) {
        var act = what + ":" + key;
        assertThat(send(act).status()).isGreaterThanOrEqualTo(500);
        assertThat(send(act).header("Idempotent-Replayed")).isEmpty();
        assertThat(script.begun(act)).hasSize(2).allMatch(script.begun(act).getFirst()::equals);
        assertThat(send("other").problem()).isEqualTo("422 idempotency.key-reused");
    }

    /** The effect may be there, only its answer was lost: another operation under this key could do it twice. */
    @ParameterizedTest
    @ValueSource(strings = {"gone", "unwritable"})
    void answerThatWasLostIsNotKeptButItsOperationIs(String what) {
        var act = what + ":" + key;
        send(act);
        assertThat(send(act).header("Idempotent-Replayed")).isEmpty();
        assertThat(script.begun(act)).hasSize(2).allMatch(script.begun(act).getFirst()::equals);
        assertThat(send("other").problem()).isEqualTo("422 idempotency.key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=ISO-8859-1, */*", "application/json;charset=utf-8"})
    void acceptedCharsetDoesNotSpoilTheAnswer(String accept) {
        var first = order("a", key).as(caller).header("Accept", accept).send();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(send("a").header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void answerThatCanNotBeOpenedIsGivenAgainByItsOperation() {
        var first = send("a");
        var id = UUID.fromString(first.json().path("id").asString());
        transactions.executeWithoutResult(
                status -> jdbc.sql("UPDATE runtime.idempotency_keys SET answer = 'nonsense' WHERE operation = :id")
                        .param("id", id)
                        .update());
        var second = send("a");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.header("Idempotent-Replayed")).isEmpty();
        assertThat(send("a").body()).isEqualTo(second.body());
    }

    @Test
    void refusedRequestFreesItsKey() {
        assertThat(send("invalid:" + key).problem()).isEqualTo("400 sample.invalid");
        assertThat(send("a").status()).isEqualTo(201);
    }

    @Test
    void crashedAttemptIsTakenOverWithItsOperation() {
        var act = "crash:" + key;
        var gate = script.hold(act);
        var crashed = CompletableFuture.supplyAsync(() -> send(act));
        await().until(() -> !script.begun(act).isEmpty());
        age("claimed_at", "31 seconds", script.begun(act).getFirst());
        gate.countDown();
        assertThat(send(act).json().path("id").asString())
                .isEqualTo(script.begun(act).getFirst().toString());
        assertThat(crashed.join().status()).isEqualTo(201);
        assertThat(script.begun(act))
                .hasSizeBetween(1, 2)
                .allMatch(script.begun(act).getFirst()::equals);
    }
}
