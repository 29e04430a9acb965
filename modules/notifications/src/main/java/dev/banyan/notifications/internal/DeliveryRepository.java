package dev.banyan.notifications.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The delivery's columns of a message. A secret body is removed as soon as nobody needs it any more. */
@Repository
class DeliveryRepository {
    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> findPending(UUID id) {
        return jdbc.sql("""
                        SELECT channel, recipient, subject, body_text, body_html, body_sealed, deliver_until
                          FROM notifications.message
                         WHERE id = :id AND status = 'PENDING'
                        """)
                .param("id", id)
                .query((row, index) -> new Row(
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        StoredBody.of(row),
                        row.getObject("deliver_until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A withdrawn message that left all the same was sent. */
    void markSent(UUID id, Instant at) {
        checked(jdbc.sql("""
                        UPDATE notifications.message
                           SET status = 'SENT', sent_at = :at, attempts = attempts + 1, last_error = NULL, body_sealed = NULL
                         WHERE id = :id AND status IN ('PENDING', 'WITHDRAWN')
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update());
    }

    /** Empty when the message was withdrawn meanwhile. */
    Optional<Progress> countAttempt(UUID id, Attempt attempt) {
        return jdbc.sql("""
                        UPDATE notifications.message
                           SET attempts = attempts + 1, refusals = refusals + :refused, last_error = :error
                         WHERE id = :id AND status = 'PENDING'
                        RETURNING attempts, refusals, deliver_until
                        """)
                .param("refused", attempt.outcome() == Attempt.Outcome.REFUSED ? 1 : 0)
                .param("error", attempt.error())
                .param("id", id)
                .query(DeliveryRepository::progress)
                .optional();
    }

    void markFailed(UUID id) {
        checked(jdbc.sql("""
                        UPDATE notifications.message SET status = 'FAILED', body_sealed = NULL
                         WHERE id = :id AND status = 'PENDING'
                        """).param("id", id).update());
    }

    /** Fails without an attempt; a message that was withdrawn meanwhile stays so. */
    void abandon(UUID id, String reason) {
        jdbc.sql("""
                        UPDATE notifications.message SET status = 'FAILED', body_sealed = NULL, last_error = :reason
                         WHERE id = :id AND status = 'PENDING'
                        """).param("reason", reason).param("id", id).update();
    }

    void markKept(UUID id) {
        jdbc.sql("UPDATE notifications.message SET status = 'KEPT' WHERE id = :id AND status = 'PENDING'")
                .param("id", id)
                .update();
    }

    private static void checked(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("The message is not waiting for its delivery");
        }
    }

    private static Progress progress(ResultSet row, int index) throws SQLException {
        return new Progress(
                row.getInt("attempts"),
                row.getInt("refusals"),
                row.getObject("deliver_until", OffsetDateTime.class).toInstant());
    }

    /** A message's part that leaves. */
    record Row(String channel, String to, String subject, StoredBody body, Instant deliverUntil) {}

    /** How often it was tried and refused so far, and until when trying makes sense. */
    record Progress(int attempts, int refusals, Instant deliverUntil) {}
}
