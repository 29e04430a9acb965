package dev.banyan.rig;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One instance under load, with all that is done to it and around it, one fault after the other. */
class FaultsIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(1);

    private static final int PEOPLE = 4;
    private static final int KILLS = Integer.getInteger("rig.kills", 3);
    private static final int LONGEST_LIFE_MILLIS = 2500;

    /** F1, at any moment. {@code -Drig.kills} and {@code -Drig.seed} change the run. */
    @Test
    void killedAgainAndAgain() throws Exception {
        long seed = Long.getLong("rig.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        System.out.println("rig.seed=" + seed);
        var random = new Random(seed);
        try (var load = RIG.load(PEOPLE, seed)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                RIG.app(0).kill();
                RIG.app(0).start();
            }
            load.stop();
        }
        RIG.aftermath().holds();
    }

    @Test
    @Tag("long")
    void ofTheProcess() throws Exception {
        RIG.survives(PEOPLE, 1, Faults.ofProcess(RIG.app(0)));
    }

    @Test
    @Tag("long")
    void ofTheDatabase() throws Exception {
        RIG.survives(PEOPLE, 1000, Faults.ofDatabase(RIG.surroundings().postgres()));
    }

    @Test
    @Tag("long")
    void ofTheLinkToTheDatabase() throws Exception {
        RIG.survives(
                PEOPLE, 2000, Faults.ofLink(RIG.surroundings().databaseLinks().getFirst()));
    }

    @Test
    @Tag("long")
    void ofTheNeighbours() throws Exception {
        RIG.survives(PEOPLE, 3000, Faults.ofNeighbours(RIG.surroundings()));
    }
}
