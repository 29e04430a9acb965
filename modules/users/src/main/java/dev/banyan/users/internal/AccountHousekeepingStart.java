package dev.banyan.users.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class AccountHousekeepingStart {
    private final AccountHousekeeping housekeeping;

    AccountHousekeepingStart(AccountHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        housekeeping.begin();
    }
}
