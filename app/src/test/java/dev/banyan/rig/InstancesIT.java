package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances on one database; whatever happens to one, the other goes on and takes over what it left. */
class InstancesIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(2);

    private static final int PEOPLE = 6;
    private static final int KILLS = 6;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(5);
    private static final Duration IN_FLIGHT = Duration.ofSeconds(3);

    /** F1. */
    @Test
    @Tag("long")
    void eachIsKilledInTurn() throws Exception {
        var kills = IntStream.range(0, KILLS)
                .mapToObj(kill -> Faults.ofProcess(RIG.app(kill % 2)).getFirst())
                .toList();
        RIG.survives(PEOPLE, 500, kills);
    }

    /** F2. */
    @Test
    @Tag("long")
    void oneIsFrozenPastItsLeaseAndGoesOn() throws Exception {
        var frozen = RIG.app(0);
        try (var stuck = RIG.load(PEOPLE, 1);
                var served = RIG.loadAt(RIG.app(1), PEOPLE, 100)) {
            Thread.sleep(1000);
            new Fault("SIGSTOP", frozen::freeze, frozen::thaw).doFor(LONGER_THAN_A_LEASE);
            Thread.sleep(1000);
            stuck.stop();
            served.stop();
        }
        RIG.aftermath().holds();
    }

    /** F2: whoever wakes up in the middle of a delivery that another has made meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"rig.tick", "rig.tick-step"})
    void aDeliveryFrozenPastTheLeaseChangesNothing(String listener) throws Exception {
        Ticking.deliverLate(RIG.app(0), listener);
        RIG.aftermath().holds();
    }

    /** F3: what it has begun it answers, what it hasn't done the other does. */
    @Test
    @Tag("long")
    void oneIsToldToEnd() throws Exception {
        var ending = RIG.app(0);
        var inFlight = slowTick(ending);
        RIG.survives(PEOPLE, 600, List.of(Faults.ofProcess(ending).getLast()));
        assertThat(inFlight.join().status()).isEqualTo(200);
    }

    /** Returns when the request is held up inside the application. */
    private static CompletableFuture<Answer> slowTick(AppProcess app) {
        var http = app.http();
        app.arm("tx-committed Ticks.next", 1, "SLEEP", IN_FLIGHT.toMillis());
        var answer = CompletableFuture.supplyAsync(() -> http.post("/api/rig/ticks/" + Ticking.newKey(), ""));
        await().until(() -> app.process().output().contains("Failpoint tx-committed Ticks.next: SLEEP"));
        return answer;
    }

    /** A rolling restart, and a crash in the middle of it. */
    @Test
    @Tag("long")
    void oneAfterTheOtherEnds() throws Exception {
        RIG.survives(
                PEOPLE,
                1000,
                List.of(
                        Faults.ofProcess(RIG.app(0)).getLast(),
                        Faults.ofProcess(RIG.app(1)).getFirst(),
                        Faults.ofProcess(RIG.app(0)).getLast(),
                        Faults.ofProcess(RIG.app(1)).getLast()));
    }

    /** F5. */
    @Test
    @Tag("long")
    void bothLoseTheDatabase() throws Exception {
        RIG.survives(PEOPLE, 1500, Faults.ofDatabase(RIG.surroundings().postgres()));
    }

    /** F6: it counts as gone at once. */
    @Test
    @Tag("long")
    void oneLosesTheDatabase() throws Exception {
        RIG.survives(
                PEOPLE, 2000, Faults.ofLink(RIG.surroundings().databaseLinks().get(1)));
    }

    /** F8. */
    @ParameterizedTest
    @ValueSource(strings = {"P1D", "-P1D"})
    @Tag("long")
    void theClockOfOneIsADayOff(String offset) throws Exception {
        var app = RIG.app(1);
        app.stop();
        app.start("-Drig.clock=" + offset);
        try (var load = RIG.load(PEOPLE, 3000)) {
            Thread.sleep(2000);
            load.stop();
            RIG.aftermath().holds();
        } finally {
            app.stop();
            app.start();
        }
    }

    /** F11: every event is held by both, and webhooks come three times, at either, in any order. */
    @Test
    void bothHoldEveryEvent() throws Exception {
        RIG.surroundings().webhooks().copies(3);
        try (var load = RIG.load(PEOPLE, 4000)) {
            Faults.ofLeases(RIG.surroundings().postgres()).doFor(Duration.ofSeconds(6));
            load.stop();
        }
        RIG.aftermath().holds();
        assertThat(RIG.apps())
                .anySatisfy(app -> assertThat(app.process().output()).contains("Took over"));
    }
}
