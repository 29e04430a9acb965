package dev.banyan.beta.internal;

import dev.banyan.alpha.events.Counted;
import dev.banyan.runtime.events.FaultPlan;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class PlainListener {
    private final Seen seen;

    PlainListener(Seen seen) {
        this.seen = seen;
    }

    @ApplicationModuleListener(id = "beta.plain")
    void on(Counted event) {
        seen.add("plain", event.key(), event.n());
        FaultPlan.check("plain", event.key());
    }
}
