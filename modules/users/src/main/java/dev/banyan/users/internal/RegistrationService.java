package dev.banyan.users.internal;

import dev.banyan.kernel.Ids;
import dev.banyan.users.events.RegistrationRepeated;
import dev.banyan.users.events.UserRegistered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RegistrationService {
    private final AccountRepository accounts;
    private final Attempts attempts;
    private final KnownAddresses known;
    private final ApplicationEventPublisher events;

    RegistrationService(
            AccountRepository accounts, Attempts attempts, KnownAddresses known, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.known = known;
        this.events = events;
    }

    /** Counts a registration from that network address; 429 when there were too many, whatever they were for. */
    @Transactional
    void admit(String address) {
        if (!attempts.count(Limit.REGISTRATION, address)) {
            throw new RateLimitedException(Limit.REGISTRATION.interval());
        }
    }

    /** Adds the account. Its address being taken, nothing changes, and the owner gets to know (not more often than a person can bear). */
    @Transactional
    void register(Account account, String address) {
        if (accounts.add(account)) {
            known.remember(account.id(), address, account.createdAt());
            events.publishEvent(
                    new UserRegistered(Ids.next(), account.id(), account.email(), account.name(), account.createdAt()));
            return;
        }
        var owner = accounts.findByEmail(account.email()).orElseThrow();
        if (attempts.count(Limit.REGISTRATION_NOTICE, account.email())) {
            events.publishEvent(new RegistrationRepeated(Ids.next(), owner.id(), account.createdAt()));
        }
    }
}
