package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F10: events that can't be handled. Only their keys wait; tried again they change nothing, and given up they let the others by. */
@Tag("long")
class PoisonIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(1);

    private static final int ALWAYS = 1_000_000;

    @Test
    void onlyItsKeyWaits() throws Exception {
        publish("poison-json", "rig.ticked.v1", "{\"eventId\": 1, ");
        publish("poison-type", "rig.unheard-of.v9", "{}");
        RIG.journal().poisoned("poison-throws");
        Ticking.tick(RIG.app(0), "poison-throws", ALWAYS);
        Ticking.tick(RIG.app(0), "poison-throws", 0);
        try (var load = RIG.load(4, 1)) {
            Thread.sleep(1500);
            load.stop();
        }
        awaitParked(4);
        RIG.aftermath().holds();
        for (int i = 0; i < 2; i++) {
            assertThat(staff("/replay", Map.of()).at("/replayed").intValue()).isEqualTo(4);
            awaitParked(4);
            RIG.aftermath().check();
        }
    }

    private static Answer staff(String path, Object body) {
        return RIG.assortment()
                .staff(RIG.app(0).http())
                .post("/api/admin/events" + path, body)
                .expect(200);
    }

    private static void publish(String key, String type, String payload) throws SQLException {
        RIG.journal().poisoned(key);
        RIG.surroundings().postgres().execute("""
                INSERT INTO runtime.publications (position, claim, event_id, publisher, subscriber, type, key, payload, ready_at)
                SELECT nextval('runtime.publication_position'), (SELECT id FROM runtime.instances ORDER BY lease_until DESC LIMIT 1), '%s',
                       'rig', 'rig.tick-witness', '%s', '%s', '%s', clock_timestamp()
                """.formatted(UUID.randomUUID(), type, key, payload));
    }

    private static void awaitParked(int number) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(RIG.assortment()
                                .staff(RIG.app(0).http())
                                .get("/api/admin/events?state=parked")
                                .at("/items")
                                .size())
                        .isEqualTo(number));
    }
}
