package dev.banyan.users.internal;

import static java.time.ZoneOffset.UTC;

import dev.banyan.kernel.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Families of refresh tokens, a row each; the newest generation's hash is all that is kept of the tokens. */
@Repository
class SessionRepository {
    private final JdbcClient jdbc;
    private final UsersProperties properties;

    SessionRepository(JdbcClient jdbc, UsersProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Opens a session, unless the account's password isn't the one any more that was checked. */
    boolean open(Account account, RefreshToken token, Instant now) {
        return jdbc.sql("""
                INSERT INTO users.session
                       (id, account_id, family_hash, token_hash, created_at, idle_expires_at, expires_at)
                SELECT :id, a.id, :family, :token, :now, :idle, :end
                  FROM users.account a
                 WHERE a.id = :account AND a.password_hash = :hash
                   FOR SHARE
                """)
                        .param("id", Ids.next())
                        .param("account", account.id())
                        .param("hash", account.passwordHash())
                        .param("family", token.familyHash())
                        .param("token", token.generationHash())
                        .param("now", now.atOffset(UTC))
                        .param("idle", now.plus(properties.refreshIdle()).atOffset(UTC))
                        .param("end", now.plus(properties.session()).atOffset(UTC))
                        .update()
                == 1;
    }

    /** Puts the next generation in the place of {@code used}, if that is the newest and hasn't expired; of many at once one does. */
    Optional<Account> rotate(RefreshToken used, RefreshToken next, Instant now) {
        return jdbc.sql("UPDATE users.session s" + """
                           SET token_hash = :next, generation = s.generation + 1, idle_expires_at = :idle
                          FROM users.account a
                         WHERE s.family_hash = :family AND s.token_hash = :used
                           AND s.idle_expires_at > :now AND s.expires_at > :now
                           AND a.id = s.account_id
                        RETURNING\s""" + AccountRows.COLUMNS)
                .param("next", next.generationHash())
                .param("idle", now.plus(properties.refreshIdle()).atOffset(UTC))
                .param("family", used.familyHash())
                .param("used", used.generationHash())
                .param("now", now.atOffset(UTC))
                .query(AccountRows::read)
                .optional();
    }

    /** Ends the family, if there is one. */
    void end(RefreshToken token) {
        jdbc.sql("DELETE FROM users.session WHERE family_hash = :family")
                .param("family", token.familyHash())
                .update();
    }

    void endAll(UUID account) {
        jdbc.sql("DELETE FROM users.session WHERE account_id = :account")
                .param("account", account)
                .update();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("DELETE FROM users.session WHERE least(idle_expires_at, expires_at) < :now")
                .param("now", now.atOffset(UTC))
                .update();
    }
}
