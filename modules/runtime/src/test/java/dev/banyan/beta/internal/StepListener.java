package dev.banyan.beta.internal;

import dev.banyan.alpha.AlphaApi;
import dev.banyan.alpha.events.Counted;
import dev.banyan.runtime.events.FaultPlan;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

@Component
class StepListener {
    private final Seen seen;
    private final AlphaApi alpha;

    StepListener(Seen seen, AlphaApi alpha) {
        this.seen = seen;
        this.alpha = alpha;
    }

    @ApplicationModuleListener(id = "beta.step", propagation = Propagation.NOT_SUPPORTED)
    void on(Counted event) {
        alpha.numbers(event.key());
        FaultPlan.check("step", event.key());
        seen.addInTransaction("step", event.key(), event.n());
        if (event.key().startsWith("twice")) {
            seen.addInTransaction("step", event.key(), event.n());
        }
    }
}
