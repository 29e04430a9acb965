package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.FaultPlan;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What staff see and do when a listener has given up. */
class ParkedEventsIT extends HttpIT {
    private static final String SUBSCRIBER = "beta.fragile-listener";

    private final String key = Ids.next().toString();
    private final TestCaller staff = TestCallers.staff();

    @Autowired
    AlphaService alpha;

    @Autowired
    Seen seen;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void parksAfterTheLastAttemptAndItsKeyWaits() {
        FaultPlan.fail("fragile", key, 1000);
        alpha.next(key, 2);
        var parked = parked();
        assertThat(parked.path("attempts").asInt()).isEqualTo(2);
        assertThat(parked.path("type").asString()).isEqualTo("alpha.counted.v1");
        assertThat(parked.path("lastError").asString()).isEqualTo("IllegalStateException: planned failure");
        assertThat(parked.path("nextAttemptAt").isNull()).isTrue();
        assertThat(parked.path("process").asString()).isNotEmpty();
        assertThat(list("waiting", SUBSCRIBER, key)).hasSize(1);
        await().untilAsserted(() -> assertThat(seen.of("plain", key)).containsExactly(1, 2));
        assertThat(seen.of("fragile", key)).isEmpty();
    }

    @Test
    void aReplayedEventIsDeliveredAndItsKeyFollows() {
        FaultPlan.fail("fragile", key, 1000);
        alpha.next(key, 3);
        var id = parked().path("id").asString();
        FaultPlan.fail("fragile", key, 0);
        assertThat(post("/" + id + "/replay", "").json().path("replayed").asInt())
                .isOne();
        await().untilAsserted(() -> assertThat(seen.of("fragile", key)).containsExactly(1, 2, 3));
        await().untilAsserted(() ->
                assertThat(post("/" + id + "/replay", "").problem()).isEqualTo("404 events.not-found"));
    }

    @Test
    void aReplayThatFailsAgainIsParkedAgain() {
        FaultPlan.fail("fragile", key, 1000);
        alpha.next(key);
        post("/" + parked().path("id").asString() + "/replay", "");
        await().untilAsserted(() -> assertThat(FaultPlan.calls("fragile", key)).isEqualTo(4));
        assertThat(parked().path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void aSkippedEventIsKeptWithItsReasonAndItsKeyFollows() {
        FaultPlan.fail("fragile", key, 2);
        alpha.next(key, 3);
        var id = parked().path("id").asString();
        assertThat(post("/" + id + "/skip", "{}").status()).isEqualTo(400);
        assertThat(post("/" + id + "/skip", "{\"reason\":\"sent twice by hand\"}")
                        .status())
                .isEqualTo(204);
        await().untilAsserted(() -> assertThat(seen.of("fragile", key)).containsExactly(2, 3));
        assertThat(skipped())
                .containsExactly("sent twice by hand by " + staff.caller().name());
        assertThat(post("/" + id + "/skip", "{\"reason\":\"again\"}").problem()).isEqualTo("404 events.not-found");
    }

    @Test
    void replaysThoseThatFitTheFilterAndTwiceChangesNothing() {
        var keys = Stream.generate(() -> Ids.next().toString()).limit(3).toList();
        keys.forEach(each -> FaultPlan.fail("fragile", each, 1000));
        keys.forEach(alpha::next);
        keys.forEach(
                each -> await().until(() -> list("parked", SUBSCRIBER, each).size() == 1));
        keys.forEach(each -> FaultPlan.fail("fragile", each, 0));
        var first = "{\"subscriber\":\"%s\",\"type\":\"alpha.counted.v1\",\"key\":\"%s\"}"
                .formatted(SUBSCRIBER, keys.getFirst());
        assertThat(post("/replay", first).json().path("replayed").asInt()).isOne();
        assertThat(post("/replay", first).json().path("replayed").asInt()).isZero();
        assertThat(list("parked", SUBSCRIBER, keys.getLast())).hasSize(1);
        assertThat(post("/replay", "{\"subscriber\":\"" + SUBSCRIBER + "\"}")
                        .json()
                        .path("replayed")
                        .asInt())
                .isGreaterThanOrEqualTo(2);
        keys.forEach(each ->
                await().untilAsserted(() -> assertThat(seen.of("fragile", each)).containsExactly(1)));
    }

    @Test
    void whatIsStillTriedCanBeNeitherReplayedNorSkipped() {
        var hanging = FaultPlan.hang("plain", key);
        alpha.next(key, 2);
        var id = await().until(() -> list("waiting", "beta.plain-listener", key), items -> !items.isEmpty())
                .getLast()
                .path("id")
                .asString();
        assertThat(post("/" + id + "/replay", "").problem()).isEqualTo("409 events.not-parked");
        assertThat(post("/" + id + "/skip", "{\"reason\":\"x\"}").problem()).isEqualTo("409 events.not-parked");
        hanging.countDown();
    }

    @Test
    void anEventThatDoesNotFitItsRecordIsParkedAtOnce() {
        var hanging = FaultPlan.hang("fragile", key);
        alpha.next(key, 2);
        transactions.executeWithoutResult(status ->
                jdbc.sql("""
                        UPDATE runtime.publications SET payload = '{"n":"tok_secret"}', ready_at = clock_timestamp()
                         WHERE subscriber = :subscriber AND key = :key
                           AND position = (SELECT max(position) FROM runtime.publications WHERE subscriber = :subscriber AND key = :key)
                        """).param("subscriber", SUBSCRIBER).param("key", key).update());
        FaultPlan.fail("fragile", key, 1);
        hanging.countDown();
        var error = parked().path("lastError").asString();
        assertThat(error)
                .startsWith("the event doesn't fit the record of alpha.counted.v1")
                .doesNotContain("tok_");
        assertThat(parked().path("attempts").asInt()).isOne();
    }

    @Test
    void anOutageParksNothing() {
        FaultPlan.cutOff("fragile", key, 4);
        alpha.next(key);
        await().untilAsserted(() -> assertThat(seen.of("fragile", key)).containsExactly(1));
        assertThat(FaultPlan.calls("fragile", key)).isEqualTo(5);
    }

    @Test
    void isForStaffAndKeysWithTheScope() {
        assertThat(http.get("/api/admin/events").send().problem()).isEqualTo("401 auth.required");
        assertThat(http.get("/api/admin/events")
                        .as(TestCallers.customer())
                        .send()
                        .problem())
                .isEqualTo("403 auth.forbidden");
        var reader = TestCallers.apiKey("events:read");
        assertThat(http.get("/api/admin/events").as(reader).send().status()).isEqualTo(200);
        assertThat(http.post("/api/admin/events/replay", "{}").as(reader).send().problem())
                .isEqualTo("403 auth.forbidden");
        assertThat(http.get("/api/admin/events?state=lost").as(staff).send().problem())
                .isEqualTo("400 validation.failed");
        assertThat(http.get("/api/admin/events?cursor=x").as(staff).send().problem())
                .isEqualTo("400 validation.failed");
        assertThat(post("/" + Ids.next() + "/replay", "").problem()).isEqualTo("404 events.not-found");
    }

    private JsonNode parked() {
        return await().until(() -> list("parked", SUBSCRIBER, key), items -> items.size() == 1)
                .getFirst();
    }

    private List<JsonNode> list(String state, String subscriber, String ofKey) {
        return http.get("/api/admin/events?state=%s&subscriber=%s&type=alpha.counted.v1&key=%s"
                        .formatted(state, subscriber, ofKey))
                .as(staff)
                .send()
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Http.Answer post(String path, String body) {
        return http.post("/api/admin/events" + path, body).as(staff).send();
    }

    private List<String> skipped() {
        var reasons = transactions.execute(status -> jdbc.sql(
                        "SELECT reason || ' by ' || skipped_by FROM runtime.skipped_publications WHERE key = :key")
                .param("key", key)
                .query(String.class)
                .list());
        return reasons == null ? List.of() : reasons;
    }
}
