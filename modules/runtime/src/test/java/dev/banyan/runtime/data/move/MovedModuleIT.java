package dev.banyan.runtime.data.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.banyan.alpha.internal.AlphaService;
import dev.banyan.beta.internal.Reminders;
import dev.banyan.beta.internal.Seen;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.DatabaseOwner;
import dev.banyan.runtime.events.FaultPlan;
import dev.banyan.runtime.security.Sealer;
import dev.banyan.runtime.testing.SecondInstance;
import dev.banyan.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A module with running code, before and after its data has moved. */
class MovedModuleIT {
    private static final Sealer SEALER = Sealer.of("one secret for all instances of a test");

    private final String here =
            TestDatabases.create("from" + UUID.randomUUID().toString().replace("-", ""));
    private final String there =
            TestDatabases.create("to" + UUID.randomUUID().toString().replace("-", ""));
    private final String key = Ids.next().toString();

    @Test
    void runsWhereItsDataIsAndNowhereElse() {
        int delivered = 3;
        try (var instance = SecondInstance.start(here)) {
            var alpha = instance.getBean(AlphaService.class);
            alpha.next(key, delivered);
            await().until(() -> instance.getBean(Seen.class).of("plain", key).size() == delivered);
            FaultPlan.fail("plain", key, Integer.MAX_VALUE);
            alpha.next(key, 2);
            instance.getBean(Reminders.class).schedule(key, 7, Instant.now().plus(Duration.ofSeconds(2)));
            assertThatThrownBy(this::move)
                    .isInstanceOf(MoveRefusedException.class)
                    .hasMessageContaining("The module 'beta' runs on " + here);
        }
        FaultPlan.fail("plain", key, 0);
        move();
        assertThatThrownBy(() -> SecondInstance.start(here).close())
                .hasRootCauseInstanceOf(StartRefusedException.class)
                .rootCause()
                .hasMessage(
                        "The module 'beta' has moved to %s; leave it out of banyan.modules here, or move it back.",
                        there);
        try (var instance = SecondInstance.start(there)) {
            var seen = instance.getBean(Seen.class);
            await().untilAsserted(() -> {
                assertThat(seen.of("plain", key)).containsExactly(1, 2, 3, 4, 5);
                assertThat(seen.of("reminder", key)).containsExactly(7);
            });
        }
    }

    private void move() {
        try (var source = MoveDatabase.open(owner(here), here, "beta");
                var target = MoveDatabase.open(owner(there), there, "beta")) {
            new ModuleMove("beta", source, target, SEALER, line -> {}, MoveHook.NONE).run();
        }
    }

    private static DatabaseOwner owner(String url) {
        var server = TestDatabases.server();
        return new DatabaseOwner(url, server.user(), server.password(), false);
    }
}
