package dev.banyan.beta.internal;

import dev.banyan.runtime.events.Timers;
import java.time.Instant;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class Reminders {
    private final Timers timers;
    private final Seen seen;

    Reminders(Timers timers, Seen seen) {
        this.timers = timers;
        this.seen = seen;
    }

    @Transactional
    public void schedule(String key, int n, Instant due) {
        timers.schedule(key, due, new Reminder(key, n));
    }

    @Transactional
    public boolean cancel(String key) {
        return timers.cancel(Reminder.class, key);
    }

    @ApplicationModuleListener(id = "beta.remind")
    void on(Reminder reminder) {
        seen.add("reminder", reminder.key(), reminder.n());
    }

    @ApplicationModuleListener(id = "beta.hear-echo")
    void on(Echoed event) {
        seen.add("echo", event.key(), event.n());
    }
}
