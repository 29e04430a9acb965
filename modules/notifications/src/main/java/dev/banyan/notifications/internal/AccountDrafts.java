package dev.banyan.notifications.internal;

import dev.banyan.users.ResetToken;
import dev.banyan.users.UserView;
import dev.banyan.users.events.PasswordResetRequested;
import dev.banyan.users.events.RegistrationRepeated;
import dev.banyan.users.events.UserRegistered;
import java.util.Map;

/** What is written to the owners of accounts. */
final class AccountDrafts {
    private AccountDrafts() {}

    static Draft welcome(UserRegistered event) {
        return Draft.mail(
                event.eventId(),
                MessageKind.WELCOME,
                event.email(),
                Map.of("name", event.name(), "email", event.email()));
    }

    static Draft exists(RegistrationRepeated event, UserView owner) {
        return Draft.mail(
                event.eventId(),
                MessageKind.ACCOUNT_EXISTS,
                owner.email(),
                Map.of("name", owner.name(), "email", owner.email()));
    }

    /** Of no use once the token has expired. */
    static Draft reset(PasswordResetRequested event, UserView owner, ResetToken token) {
        Map<String, Object> values =
                Map.of("name", owner.name(), "token", token.token(), "expiresAt", Dates.minute(token.expiresAt()));
        return Draft.mail(event.eventId(), MessageKind.PASSWORD_RESET, owner.email(), values)
                .until(token.expiresAt());
    }
}
