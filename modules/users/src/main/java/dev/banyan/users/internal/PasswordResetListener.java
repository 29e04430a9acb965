package dev.banyan.users.internal;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class PasswordResetListener {
    private final PasswordResetService service;

    PasswordResetListener(PasswordResetService service) {
        this.service = service;
    }

    @ApplicationModuleListener(id = "users.find-reset-account")
    void on(PasswordResetAsked asked) {
        service.announce(asked.requestId(), asked.email());
    }
}
