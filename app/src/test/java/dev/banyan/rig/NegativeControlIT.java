package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a safeguard taken away, the checker goes red. */
class NegativeControlIT {
    private static final int ROUNDS = 10;

    @Nested
    class CompletionApart {
        @RegisterExtension
        static final Rig RIG = Rig.of(1);

        @Test
        void losesEvents() throws Exception {
            RIG.app(0).stop();
            RIG.app(0).start("-Drig.control=completion-apart");
            Ticking.tick(RIG.app(0), Ticking.newKey(), 1);
            goesRed(RIG, "I7 no zombie");
        }
    }

    @Nested
    class NoOrder {
        @RegisterExtension
        static final Rig RIG = Rig.of(1);

        @Test
        void reordersEvents() throws Exception {
            Controls.NO_ORDER.takeAway(RIG.surroundings().postgres());
            for (int round = 0; round < ROUNDS; round++) {
                var key = Ticking.newKey();
                Ticking.tick(RIG.app(0), key, 2);
                Ticking.tick(RIG.app(0), key, 0);
            }
            goesRed(RIG, "I8 each key was applied from 1 on");
        }
    }

    @Nested
    class NoFencing {
        @RegisterExtension
        static final Rig RIG = Rig.of(2);

        @Test
        void doublesEvents() throws Exception {
            Controls.NO_FENCING.takeAway(RIG.surroundings().postgres());
            Ticking.deliverLate(RIG.app(0), "rig.tick");
            goesRed(RIG, "I7 each event was applied once");
        }
    }

    @Nested
    class NoCompensation {
        @RegisterExtension
        static final Rig RIG = Rig.of(1);

        @Test
        void leavesStockReserved() throws Exception {
            RIG.app(0).arm("call-begin InventoryApi.release", 1, "SKIP", 0);
            try (var load = RIG.load(6, 7)) {
                Thread.sleep(4000);
                load.stop();
            }
            RIG.aftermath().repeatUntilKnown();
            goesRed(RIG, "I11 a cancelled order holds no stock");
        }
    }

    private static void goesRed(Rig rig, String check) throws Exception {
        rig.aftermath().drain();
        assertThatThrownBy(rig.aftermath()::check).hasMessageContaining(check);
    }
}
