package dev.banyan.rig;

import org.junit.jupiter.api.extension.RegisterExtension;

/** One instance, and none to take over what it leaves. */
class FailpointIT extends FailpointMatrix {
    @RegisterExtension
    static final Rig RIG = Rig.of(1);

    FailpointIT() {
        super(RIG);
    }
}
