package dev.banyan.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** RabbitMQ carries the events. */
@EnabledIf(
        value = "dev.banyan.runtime.transport.local.RabbitProcess#isInstalled",
        disabledReason = "RabbitMQ is not installed here: apt-get install rabbitmq-server")
class RabbitTransportIT extends TransportContract {
    RabbitTransportIT() throws Exception {
        super(new TestRabbit(TestProcess.directory()));
    }

    @Test
    void whatCanBeRoutedNowhereWaitsUntilItCan() {
        ((TestRabbit) broker).use(channel -> {
            channel.queueDelete("plain.alpha");
            for (int i = 0; i < TestRabbit.PARTITIONS; i++) {
                channel.queueUnbind("banyan.alpha.banyan.beta-" + i, "banyan.alpha", "banyan.alpha-" + i);
            }
            return null;
        });
        var key = Ids.next().toString();
        alpha().next(key);
        alpha().next(key);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(one.bean(Seen.class).of("plain", key)).containsExactly(1, 2));
    }
}
