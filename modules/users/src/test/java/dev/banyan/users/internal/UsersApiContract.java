package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Ids;
import dev.banyan.users.IssueResetToken;
import dev.banyan.users.UserNotFoundException;
import dev.banyan.users.UserView;
import dev.banyan.users.UsersApi;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for the module's API wherever the module runs. */
abstract class UsersApiContract extends UsersIT {
    @Autowired
    UsersApi users;

    @Test
    void findsThoseThatExist() {
        var email = registered();
        var other = registered();

        var found = users.find(Set.of(idOf(email), idOf(other), Ids.next()));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        new UserView(idOf(email), email, "Ada Lovelace", null),
                        new UserView(idOf(other), other, "Ada Lovelace", null));
        assertThat(users.find(Set.of())).isEmpty();
    }

    @Test
    void mintsATokenThatWorks() {
        var token = users.issueResetToken(new IssueResetToken(Ids.next(), idOf(registered())));

        assertThat(Duration.between(clock.instant(), token.expiresAt()))
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(post("/api/auth/password-reset/confirm", """
                {"token": "%s", "password": "another quiet river"}""".formatted(token.token())))
                .hasStatus(204);
    }

    @Test
    void mintsNoTokenForNobody() {
        assertThatThrownBy(() -> users.issueResetToken(new IssueResetToken(Ids.next(), Ids.next())))
                .isInstanceOf(UserNotFoundException.class);
    }
}
