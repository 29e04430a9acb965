package dev.banyan.runtime.transport;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.FaultPlan;
import dev.banyan.runtime.testing.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kafka carries the events. */
class KafkaTransportIT extends TransportContract {
    private static final int WAITING = 1000;

    KafkaTransportIT() throws Exception {
        super(new TestKafka(TestProcess.directory()));
    }

    @Test
    void whatWaitsForAModuleThatMovesAwayGoesWithItAheadOfWhatIsNewer() throws Exception {
        var key = Ids.next().toString();
        var url = TestDatabases.create("moving");
        var hanging = FaultPlan.hang("plain", key);
        try (var whole = TestProcess.start(
                broker, "alpha,beta", url, "spring.profiles.active=whole", "banyan.events.grace=100ms")) {
            whole.bean(AlphaService.class).next(key, WAITING);
            await().until(() -> FaultPlan.calls("plain", key) > 0);
        }
        FaultPlan.release("plain", key);
        hanging.countDown();
        try (var rest = TestProcess.start(broker, "alpha", url)) {
            rest.bean(AlphaService.class).next(key);
            var before = (int) number(
                    rest, "SELECT count(*) FROM beta.seen WHERE subscriber = 'plain' AND key = '%s'".formatted(key));
            assertThat(before).isLessThan(WAITING / 2);
            var expected = rangeClosed(before + 1, WAITING + 1).boxed().toList();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(one.bean(Seen.class).of("plain", key)).isEqualTo(expected));
        }
    }
}
