package dev.banyan.beta.internal;

import dev.banyan.alpha.events.Counted;
import dev.banyan.runtime.events.FaultPlan;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Is given two attempts. */
@Component
class FragileListener {
    private final Seen seen;

    FragileListener(Seen seen) {
        this.seen = seen;
    }

    @ApplicationModuleListener(id = "beta.fragile")
    void on(Counted event) {
        FaultPlan.check("fragile", event.key());
        seen.add("fragile", event.key(), event.n());
    }
}
