package dev.banyan.rig;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three instances on one database, which race for everything there is to do (F12); whatever happens to one, the others go on and take over what it left. */
class InstancesIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(3);

    private static final int PEOPLE = 6;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(5);

    /** F2. */
    @Test
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

    /** F1, F3, and a rolling restart. */
    @Test
    void oneAfterTheOtherEnds() throws Exception {
        RIG.survives(
                PEOPLE,
                1000,
                List.of(
                        Faults.ofProcess(RIG.app(0)).getFirst(),
                        Faults.ofProcess(RIG.app(1)).getLast(),
                        Faults.ofProcess(RIG.app(2)).getLast()));
    }

    /** F6: it counts as gone at once. */
    @Test
    void oneLosesTheDatabase() throws Exception {
        RIG.survives(
                PEOPLE, 2000, Faults.ofLink(RIG.surroundings().databaseLinks().get(1)));
    }

    /** F8. */
    @Test
    void theClockOfOneIsADayAhead() throws Exception {
        withClock("P1D");
    }

    @Test
    void theClockOfOneIsADayBehind() throws Exception {
        withClock("-P1D");
    }

    private static void withClock(String offset) throws Exception {
        var app = RIG.app(2);
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
}
