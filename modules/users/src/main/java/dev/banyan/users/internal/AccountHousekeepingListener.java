package dev.banyan.users.internal;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class AccountHousekeepingListener {
    private final AccountHousekeeping housekeeping;

    AccountHousekeepingListener(AccountHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @ApplicationModuleListener(id = "users.tidy-up")
    void on(HousekeepingDue due) {
        housekeeping.tidyUp();
    }
}
