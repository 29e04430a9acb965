package dev.banyan.load;

import org.springframework.modulith.events.ApplicationModuleListener;

class StalledListener {
    @ApplicationModuleListener(id = "load.stalled")
    void on(Stalled event) {
        throw new IllegalStateException("Never called: " + event.key() + " waits behind a parked event");
    }
}
