package dev.banyan.rig.inside;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Applies ticks in the listener's own transaction. */
@Component
class TickWitness {
    private final Witnesses witnesses;

    TickWitness(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @ApplicationModuleListener(id = "rig.tick")
    void on(Ticked event) {
        witnesses.note("plain", event);
    }
}
