package dev.banyan.rig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One instance under load, with all that is done to it and around it, one fault after the other. */
class FaultsIT {
    @RegisterExtension
    static final Rig RIG = Rig.of(1);

    private static final int PEOPLE = 4;

    @Test
    void ofTheProcess() throws Exception {
        RIG.survives(PEOPLE, 1, Faults.ofProcess(RIG.app(0)));
    }

    @Test
    void ofTheDatabase() throws Exception {
        RIG.survives(PEOPLE, 1000, Faults.ofDatabase(RIG.surroundings().postgres()));
    }

    @Test
    void ofTheLinkToTheDatabase() throws Exception {
        RIG.survives(
                PEOPLE, 2000, Faults.ofLink(RIG.surroundings().databaseLinks().getFirst()));
    }

    @Test
    void ofTheNeighbours() throws Exception {
        RIG.survives(PEOPLE, 3000, Faults.ofNeighbours(RIG.surroundings()));
    }
}
