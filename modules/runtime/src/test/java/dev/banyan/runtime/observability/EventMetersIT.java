package dev.banyan.runtime.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.RuntimeIT;
import dev.banyan.runtime.events.FaultPlan;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;

/** What monitoring sees of events. */
class EventMetersIT extends RuntimeIT {
    private static final String SUBSCRIBER = "beta.fragile-listener";

    @Autowired
    AlphaService alpha;

    @Autowired
    MeterRegistry meters;

    @Autowired
    HealthEndpoint health;

    private final String key = Ids.next().toString();

    @Test
    void countsWhatBecomesOfEvents() {
        double published = counter("published");
        double retried = counter("retried");
        double parked = counter("parked");
        long delivered =
                meters.timer("banyan.events.delivery", "subscriber", SUBSCRIBER).count();
        FaultPlan.fail("fragile", key, 2);
        alpha.next(key);
        alpha.next(Ids.next().toString());
        await().untilAsserted(() -> assertThat(counter("parked")).isEqualTo(parked + 1));
        assertThat(counter("published")).isEqualTo(published + 2);
        assertThat(counter("retried")).isEqualTo(retried + 1);
        var timer = meters.timer("banyan.events.delivery", "subscriber", SUBSCRIBER);
        await().untilAsserted(() -> assertThat(timer.count()).isEqualTo(delivered + 1));
        assertThat(timer.max(TimeUnit.MINUTES)).isLessThan(5);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(gauge("waiting.parked")).isGreaterThanOrEqualTo(1));
        assertThat(health.healthForPath("events")).isInstanceOfSatisfying(IndicatedHealthDescriptor.class, events -> {
            assertThat(events.getStatus().getCode()).isEqualTo("UP");
            assertThat((Long) events.getDetails().get("parked")).isPositive();
        });
    }

    private double counter(String name) {
        return meters.counter("banyan.events." + name, "subscriber", SUBSCRIBER).count();
    }

    private double gauge(String name) {
        return meters.get("banyan.events." + name)
                .tag("subscriber", SUBSCRIBER)
                .gauge()
                .value();
    }
}
