package dev.banyan.users.internal;

import dev.banyan.users.events.PasswordResetRequested;
import dev.banyan.users.events.RegistrationRepeated;
import dev.banyan.users.events.UserRegistered;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** What the module has published. */
class TestEvents {
    private final List<Object> events = new CopyOnWriteArrayList<>();

    @EventListener({UserRegistered.class, RegistrationRepeated.class, PasswordResetRequested.class})
    void on(Object event) {
        events.add(event);
    }

    <T> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
