package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.users.IssueResetToken;
import dev.banyan.users.UsersApi;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountHousekeepingIT extends UsersIT {
    @Autowired
    AccountHousekeepingListener listener;

    @Autowired
    SigningKeyRepository signingKeys;

    @Autowired
    UsersApi users;

    @Test
    void deletesWhatHasExpired() {
        var email = registered();
        var id = idOf(email);
        login(email, "wrong", "192.0.2.77");
        login(email, PASSWORD);
        users.issueResetToken(new IssueResetToken(Ids.next(), id));

        listener.on(new HousekeepingDue());
        assertThat(rows("session", id) + rows("reset_token", id) + rows("known_address", id))
                .isEqualTo(4);

        var keys = signingKeys.load().keys();
        clock.advance(Duration.ofDays(91));
        age(Duration.ofDays(91));
        listener.on(new HousekeepingDue());
        assertThat(rows("session", id) + rows("reset_token", id) + rows("known_address", id))
                .isZero();
        assertThat(attempts()).isZero();
        restore(keys);
    }

    @Test
    void doesNoMoreWhenDeliveredTwice() {
        listener.on(new HousekeepingDue());
        listener.on(new HousekeepingDue());
        login(registered(), PASSWORD);
    }

    private long rows(String table, UUID account) {
        return database.sql(jdbc -> jdbc.sql("SELECT count(*) FROM users.%s WHERE account_id = :id".formatted(table))
                .param("id", account)
                .query(Long.class)
                .single());
    }

    private long attempts() {
        return database.sql(jdbc ->
                jdbc.sql("SELECT count(*) FROM users.attempt").query(Long.class).single());
    }

    private void restore(java.util.List<SigningKey> keys) {
        clock.reset();
        database.sql(jdbc -> jdbc.sql("DELETE FROM users.signing_key").update());
        keys.forEach(signingKeys::add);
    }
}
