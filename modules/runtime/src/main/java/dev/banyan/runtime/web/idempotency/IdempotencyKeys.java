package dev.banyan.runtime.web.idempotency;

import dev.banyan.kernel.Ids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys and what became of them, for 24 hours. Times are the database's. Its commits don't wait for the disk: a claim
 * is flushed with the effect that it precedes, and an answer that is lost with the machine is given again by the operation,
 * which knows its id.
 */
class IdempotencyKeys {
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Answers answers;

    IdempotencyKeys(JdbcClient jdbc, Answers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** An attempt that neither answered nor gave up holds its key for 30 s; then the next one goes on with its operation. */
    @Transactional
    public Claim claim(KeyedRequest request) {
        var attempt = Ids.next();
        return jdbc.sql("""
                        INSERT INTO runtime.idempotency_keys AS k (id, body, operation, claim, claimed_at, created_at)
                        SELECT decode(:id, 'hex'), decode(:body, 'hex'), :operation, :attempt, clock_timestamp(), clock_timestamp()
                          FROM set_config('synchronous_commit', 'off', true)
                        ON CONFLICT (id) DO UPDATE
                           SET claim = excluded.claim, claimed_at = excluded.claimed_at,
                               body = excluded.body, answer = NULL,
                               operation = CASE WHEN k.created_at < now() - interval '24 hours'
                                                THEN excluded.operation ELSE k.operation END,
                               created_at = CASE WHEN k.created_at < now() - interval '24 hours'
                                                 THEN excluded.created_at ELSE k.created_at END
                         WHERE k.created_at < now() - interval '24 hours'
                            OR k.answer IS NULL AND k.body = excluded.body
                               AND k.claimed_at < clock_timestamp() - interval '30 seconds'
                        RETURNING operation
                        """)
                .param("id", request.id())
                .param("body", request.body())
                .param("operation", Ids.next())
                .param("attempt", attempt)
                .query(UUID.class)
                .optional()
                .<Claim>map(operation -> new Claim.Granted(operation, attempt))
                .orElseGet(() -> present(request));
    }

    private Claim present(KeyedRequest request) {
        return jdbc.sql(
                        "SELECT body = decode(:body, 'hex'), answer FROM runtime.idempotency_keys WHERE id = decode(:id, 'hex')")
                .param("id", request.id())
                .param("body", request.body())
                .query((row, number) -> given(row.getBoolean(1), row.getBytes(2)))
                .single()
                .orElseGet(() -> claimAgain(request));
    }

    /** Empty when there is an answer that can't be read. */
    private Optional<Claim> given(boolean sameBody, byte @Nullable [] answer) {
        if (!sameBody) {
            return Optional.of(new Claim.Reused());
        }
        return answer == null
                ? Optional.of(new Claim.InProgress())
                : answers.open(answer).map(Claim.Answered::new);
    }

    /** An answer that can't be read counts as lost: the operation gives it again. */
    private Claim claimAgain(KeyedRequest request) {
        jdbc.sql("""
                        UPDATE runtime.idempotency_keys SET answer = NULL, claimed_at = '-infinity'
                         WHERE id = decode(:id, 'hex')
                        """).param("id", request.id()).update();
        return claim(request);
    }

    /** Keeps the answer, unless another attempt has taken over. */
    @Transactional
    public void answer(KeyedRequest request, UUID attempt, StoredAnswer answer) {
        jdbc.sql("""
                        UPDATE runtime.idempotency_keys SET answer = :answer
                          FROM set_config('synchronous_commit', 'off', true)
                         WHERE id = decode(:id, 'hex') AND claim = :attempt
                        """)
                .param("id", request.id())
                .param("attempt", attempt)
                .param("answer", answers.seal(answer))
                .update();
    }

    /** Nothing happened: the key is free for another body, too. */
    @Transactional
    public void forget(KeyedRequest request, UUID attempt) {
        jdbc.sql(
                        "DELETE FROM runtime.idempotency_keys WHERE id = decode(:id, 'hex') AND claim = :attempt AND answer IS NULL")
                .param("id", request.id())
                .param("attempt", attempt)
                .update();
    }

    /** Something may have happened: the next attempt may begin at once, and goes on with the same operation. */
    @Transactional
    public void giveUp(KeyedRequest request, UUID attempt) {
        jdbc.sql("""
                        UPDATE runtime.idempotency_keys SET claimed_at = '-infinity'
                         WHERE id = decode(:id, 'hex') AND claim = :attempt AND answer IS NULL
                        """).param("id", request.id()).param("attempt", attempt).update();
    }

    /**
     * Deletes keys past their time, a bounded number at once; any number of processes may do so.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean deleteExpired() {
        return jdbc.sql("""
                                DELETE FROM runtime.idempotency_keys
                                 WHERE id IN (SELECT id FROM runtime.idempotency_keys
                                               WHERE created_at < now() - interval '24 hours'
                                               ORDER BY created_at LIMIT :batch FOR UPDATE SKIP LOCKED)
                                """).param("batch", BATCH).update() == BATCH;
    }
}
