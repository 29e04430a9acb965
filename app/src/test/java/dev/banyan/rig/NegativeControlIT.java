package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.rig.Fault.Act;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a safeguard taken away from two instances on one database, the checker goes red. */
class NegativeControlIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(2);

    private static final int ROUNDS = 10;
    private static final int NEVER = 1_000_000;

    @Test
    void completionApartLosesEvents() throws Exception {
        goesRed(
                "I7 no zombie: what was published was applied by each subscriber",
                () -> without("completion in the listener's transaction", () -> {
                    Ticking.tick(RIG.app(0), Ticking.newKey(), 1);
                    RIG.aftermath().drain();
                }));
    }

    @Test
    void noOrderReordersEvents() throws Exception {
        goesRed("I8 each key was applied from 1 on, without gap or step back", () -> {
            try (var _ = Control.NO_ORDER.takeAway(RIG.surroundings().postgres())) {
                for (int round = 0; round < ROUNDS; round++) {
                    var key = Ticking.newKey();
                    Ticking.tick(RIG.app(0), key, 2);
                    Ticking.tick(RIG.app(0), key, 0);
                }
                RIG.aftermath().drain();
            }
        });
    }

    @Test
    void noFencingDoublesEvents() throws Exception {
        goesRed("I7 each event was applied once", () -> {
            try (var _ = Control.NO_FENCING.takeAway(RIG.surroundings().postgres())) {
                Ticking.deliverLate(RIG.app(0), "rig.tick");
                RIG.aftermath().drain();
            }
        });
    }

    @Test
    void noCompensationLeavesStockReserved() throws Exception {
        goesRed(
                "I11 a cancelled order holds no stock",
                () -> without("call-begin InventoryApi.release", () -> {
                    try (var load = RIG.load(6, 7)) {
                        Thread.sleep(4000);
                        load.stop();
                    }
                    RIG.aftermath().repeatUntilKnown();
                    RIG.aftermath().drain();
                }));
    }

    /** Leaves out what comes after a point, in all instances. */
    private static void without(String point, Act act) throws Exception {
        RIG.apps().forEach(app -> app.arm(point, 1, "SKIP", 0));
        try {
            act.act();
        } finally {
            RIG.apps().forEach(app -> app.arm(point, NEVER, "SKIP", 0));
        }
    }

    /** The others' violations are there, too, whichever ran before. */
    private static void goesRed(String check, Act harm) throws Exception {
        var before = violations(check);
        harm.act();
        assertThat(violations(check)).hasSizeGreaterThan(before.size());
        assertThatThrownBy(RIG.aftermath()::check).hasMessageContaining(check);
    }

    private static List<String> violations(String name) throws SQLException {
        try (var connection = RIG.surroundings().postgres().connect()) {
            RIG.aftermath().witnessed().write(connection);
            var check = Checker.ALL.stream()
                    .filter(candidate -> candidate.toString().equals(name))
                    .findFirst()
                    .orElseThrow();
            return Checker.violations(connection, check);
        }
    }
}
