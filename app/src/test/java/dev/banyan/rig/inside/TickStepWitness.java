package dev.banyan.rig.inside;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Applies ticks as a step does: with no transaction open at first, then in one. */
@Component
class TickStepWitness {
    private final Witnesses witnesses;

    TickStepWitness(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @ApplicationModuleListener(id = "rig.tick-step", propagation = Propagation.NOT_SUPPORTED)
    void on(Ticked event) {
        witnesses.note("step", event);
    }
}
