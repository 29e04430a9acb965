package dev.banyan.beta.internal;

import dev.banyan.alpha.events.Counted;
import dev.banyan.runtime.events.FaultPlan;
import dev.banyan.runtime.security.CurrentCaller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
public class PlainListener {
    public static final Map<String, String> ACTORS = new ConcurrentHashMap<>();

    private final Seen seen;

    PlainListener(Seen seen) {
        this.seen = seen;
    }

    @ApplicationModuleListener(id = "beta.plain")
    void on(Counted event) {
        seen.add("plain", event.key(), event.n());
        ACTORS.put(event.key(), CurrentCaller.get().name());
        FaultPlan.check("plain", event.key());
    }
}
