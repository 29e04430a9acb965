package dev.banyan.beta.internal;

import dev.banyan.alpha.events.Counted;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.events.FaultPlan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Publishes another event, and may fail after that. */
@Component
class EchoListener {
    private final ApplicationEventPublisher events;

    EchoListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @ApplicationModuleListener(id = "beta.echo")
    void on(Counted event) {
        if (event.key().startsWith("echo")) {
            events.publishEvent(new Echoed(Ids.next(), event.key(), event.n()));
            FaultPlan.check("echo", event.key());
        }
    }
}
