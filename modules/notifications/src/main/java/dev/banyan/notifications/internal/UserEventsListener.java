package dev.banyan.notifications.internal;

import dev.banyan.notifications.spi.MessageChannel;
import dev.banyan.users.IssueResetToken;
import dev.banyan.users.UserNotFoundException;
import dev.banyan.users.UserView;
import dev.banyan.users.UsersApi;
import dev.banyan.users.events.PasswordResetRequested;
import dev.banyan.users.events.RegistrationRepeated;
import dev.banyan.users.events.UserRegistered;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Writes to the owners of accounts. An account that is gone by then gets nothing. */
@Component
class UserEventsListener {
    private static final Logger log = LoggerFactory.getLogger(UserEventsListener.class);

    private final UsersApi users;
    private final MessageService messages;
    private final MessageQueries written;

    UserEventsListener(UsersApi users, MessageService messages, MessageQueries written) {
        this.users = users;
        this.messages = messages;
        this.written = written;
    }

    @ApplicationModuleListener(id = "notifications.user-registered")
    void on(UserRegistered event) {
        messages.store(AccountDrafts.welcome(event));
    }

    @ApplicationModuleListener(id = "notifications.registration-repeated", propagation = Propagation.NOT_SUPPORTED)
    void on(RegistrationRepeated event) {
        owner(event.userId()).ifPresent(owner -> messages.store(AccountDrafts.exists(event, owner)));
    }

    /** A repeat after the message was written mints no token, since that would void the one in the message. */
    @ApplicationModuleListener(id = "notifications.password-reset-requested", propagation = Propagation.NOT_SUPPORTED)
    void on(PasswordResetRequested event) {
        if (written.exists(event.eventId(), MessageChannel.MAIL)) {
            return;
        }
        owner(event.userId()).flatMap(owner -> reset(event, owner)).ifPresent(messages::store);
    }

    private Optional<Draft> reset(PasswordResetRequested event, UserView owner) {
        try {
            var token = users.issueResetToken(new IssueResetToken(event.eventId(), owner.id()));
            return Optional.of(AccountDrafts.reset(event, owner, token));
        } catch (UserNotFoundException gone) {
            log.info("No reset message for {}: the account is gone", event.userId());
            return Optional.empty();
        }
    }

    private Optional<UserView> owner(UUID userId) {
        return users.find(Set.of(userId)).stream().findFirst();
    }
}
