package dev.banyan.rig;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F12: three instances race for everything there is to do; each thing is done once. */
@Tag("long")
class ThreeInstancesIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(3);

    private static final int PEOPLE = 6;
    private static final int KEYS = 300;

    @Test
    void allRaceForWhatAFourthHasLeft() throws Exception {
        RIG.surroundings().webhooks().copies(RIG.apps().size());
        try (var load = RIG.load(PEOPLE, 1)) {
            Leftovers.leave(RIG.surroundings().postgres(), KEYS);
            Thread.sleep(8000);
            load.stop();
        }
        RIG.aftermath().holds();
    }

    /** Two of three are gone at once; the third has everything to itself. */
    @Test
    void oneIsLeft() throws Exception {
        var others = RIG.apps().subList(1, 3);
        RIG.survives(
                PEOPLE,
                1000,
                List.of(new Fault(
                        "kill -9 of two",
                        () -> others.forEach(AppProcess::kill),
                        () -> others.forEach(AppProcess::start))));
    }
}
