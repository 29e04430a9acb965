package dev.banyan.rig;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two instances on one database: one is halted, the other goes on with its own and takes over what was left. */
@Tag("long")
class TwoInstancesFailpointIT extends FailpointMatrix {
    @RegisterExtension
    static final Rig RIG = Rig.of(2);

    TwoInstancesFailpointIT() {
        super(RIG);
    }
}
