package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.runtime.testing.TestCallers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key makes repeats of a request one operation. */
class IdempotencyIT extends KeyedIT {
    @Test
    void repeatGetsTheSameAnswer() {
        var first = send("a");
        var second = send("a");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (var header : new String[] {"ETag", "Location", "Content-Type"}) {
            assertThat(second.header(header)).isNotEmpty().isEqualTo(first.header(header));
        }
    }

    @Test
    void otherBodyIsRefused() {
        send("a");
        assertThat(send("b").problem()).isEqualTo("422 idempotency.key-reused");
    }

    @Test
    void missingKey() {
        var unkeyed = http.post("/api/operations", "{").as(caller);
        assertThat(unkeyed.send().problem()).isEqualTo("400 idempotency.key-missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void keyOfAnotherLength(int length) {
        assertThat(order("a", "k".repeat(length)).as(caller).send().problem()).isEqualTo("400 validation.failed");
    }

    @Test
    void keysOfTwoCallersAreTwo() {
        var other = order("a", key).as(TestCallers.customer()).send();
        assertThat(send("a").json().path("id")).isNotEqualTo(other.json().path("id"));
        var apiKey = order("a", key).as(TestCallers.apiKey("orders:write")).send();
        assertThat(apiKey.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void guestIsKnownByTheirToken() {
        var token = UUID.randomUUID().toString();
        var first = order("a", key).header("X-Cart-Token", token).send();
        assertThat(order("a", key).header("X-Cart-Token", token).send().body()).isEqualTo(first.body());
        assertThat(order("a", key).header("X-Cart-Token", "other").send().json().path("id"))
                .isNotEqualTo(first.json().path("id"));
    }

    @Test
    void keyOfNobodyIsIgnored() {
        assertThat(order("a", key).send().json().path("id"))
                .isNotEqualTo(order("a", key).send().json().path("id"));
    }

    @Test
    void optionalKeyAndNoKeyAtAll() {
        var keyed = http.request("POST", "/api/operations/optional")
                .header("Idempotency-Key", key)
                .as(caller);
        var id = keyed.send().json().path("id");
        assertThat(keyed.send().json().path("id")).isEqualTo(id);
        var plain = http.request("POST", "/api/operations/plain")
                .header("Idempotency-Key", key)
                .as(caller);
        assertThat(plain.send().json().path("id"))
                .isNotEqualTo(plain.send().json().path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "taken"})
    void refusalByTheOperationIsKept(String what) {
        var act = what + ":" + key;
        var first = send(act);
        var second = send(act);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.problem()).isEqualTo(first.problem());
        assertThat(script.begun(act)).hasSize(1);
    }

    @Test
    void repeatWhileTheFirstRunsIsToldSo() {
        var act = "slow:" + key;
        var gate = script.hold(act);
        var first = CompletableFuture.supplyAsync(() -> send(act));
        await().until(() -> !script.begun(act).isEmpty());
        var meanwhile = send(act);
        assertThat(meanwhile.problem()).isEqualTo("409 idempotency.in-progress");
        assertThat(meanwhile.header("Retry-After")).isEqualTo("1");
        gate.countDown();
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(send(act).body()).isEqualTo(first.join().body());
    }

    @Test
    void manyAtOnceAreOne() {
        var act = "race:" + key;
        var answers =
                IntStream.range(0, 20)
                        .mapToObj(number -> CompletableFuture.supplyAsync(() -> send(act)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(script.begun(act)).hasSize(1);
        assertThat(answers).extracting(Http.Answer::status).isSubsetOf(201, 409).contains(201);
    }

    @Test
    void keyIsFreeAfterADay() {
        var first = send("a").json().path("id").asString();
        age("created_at", "24 hours 1 second", UUID.fromString(first));
        assertThat(send("b").json().path("id").asString()).isNotEqualTo(first);
    }

    @Test
    void storedAnswerIsSealed() {
        var id = UUID.fromString(send("a").json().path("id").asString());
        var stored = transactions.execute(
                status -> jdbc.sql("SELECT answer FROM runtime.idempotency_keys WHERE operation = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(id.toString(), "run");
    }

    @Test
    void pathsAndBodiesAreToldApart() {
        var optional = http.request("POST", "/api/operations/optional")
                .header("Idempotency-Key", key)
                .as(caller);
        assertThat(optional.send().status()).isEqualTo(200);
        assertThat(send("a" + ThreadLocalRandom.current().nextInt()).status()).isEqualTo(201);
    }
}
