package dev.banyan.users.internal;

import static java.time.ZoneOffset.UTC;

import dev.banyan.runtime.security.SecretToken;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens of password resets as hashes, one for each request. */
@Repository
class ResetTokenRepository {
    private final JdbcClient jdbc;

    ResetTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the request's token in the place of the one before. */
    void put(UUID request, UUID account, String token, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO users.reset_token (request_id, account_id, token_hash, expires_at)
                VALUES (:request, :account, :hash, :expiresAt)
                ON CONFLICT ON CONSTRAINT reset_token_pk DO UPDATE
                   SET account_id = excluded.account_id, token_hash = excluded.token_hash, expires_at = excluded.expires_at
                """)
                .param("request", request)
                .param("account", account)
                .param("hash", SecretToken.hash(token))
                .param("expiresAt", expiresAt.atOffset(UTC))
                .update();
    }

    boolean isValid(String token, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM users.reset_token WHERE token_hash = :hash AND expires_at > :now)
                """)
                .param("hash", SecretToken.hash(token))
                .param("now", now.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Uses the token up; the account that it was for, empty when it is no good. Of many at once one succeeds. */
    Optional<UUID> consume(String token, Instant now) {
        return jdbc.sql("""
                DELETE FROM users.reset_token WHERE token_hash = :hash AND expires_at > :now RETURNING account_id
                """)
                .param("hash", SecretToken.hash(token))
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .optional();
    }

    void deleteAll(UUID account) {
        jdbc.sql("DELETE FROM users.reset_token WHERE account_id = :account")
                .param("account", account)
                .update();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("DELETE FROM users.reset_token WHERE expires_at < :now")
                .param("now", now.atOffset(UTC))
                .update();
    }
}
