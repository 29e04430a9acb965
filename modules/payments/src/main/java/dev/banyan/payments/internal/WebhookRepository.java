package dev.banyan.payments.internal;

import dev.banyan.kernel.Money;
import dev.banyan.payments.spi.ProviderNotification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The webhooks that came in. */
@Repository
class WebhookRepository {
    private final JdbcClient jdbc;

    WebhookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a webhook; false when its id was stored before. Of two at once, the second one waits for the first. */
    boolean insert(String provider, ProviderNotification notification, Instant at) {
        int rows = jdbc.sql("""
                        INSERT INTO payments.webhooks
                               (provider, id, type, reference, amount, currency, waiting, received_at)
                        VALUES (:provider, :id, :type, :reference, :amount, :currency, false, :at)
                            ON CONFLICT (provider, id) DO NOTHING
                        """)
                .param("provider", provider)
                .param("id", notification.id())
                .param("type", notification.type().name())
                .param("reference", notification.reference())
                .param("amount", notification.amount().amount())
                .param("currency", notification.amount().currency())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return rows == 1;
    }

    /** The webhook, if it waits; locked until the transaction ends. */
    Optional<WaitingWebhook> lockWaiting(String provider, String id) {
        return jdbc.sql("""
                        SELECT provider, id, type, reference, amount, currency, tries, received_at
                          FROM payments.webhooks
                         WHERE provider = :provider AND id = :id AND waiting
                           FOR UPDATE
                        """)
                .param("provider", provider)
                .param("id", id)
                .query((row, n) -> waiting(row))
                .optional();
    }

    void keepWaiting(String provider, String id) {
        change(
                "UPDATE payments.webhooks SET waiting = true, tries = tries + 1 WHERE provider = :provider AND id = :id",
                provider,
                id);
    }

    void stopWaiting(String provider, String id) {
        change("UPDATE payments.webhooks SET waiting = false WHERE provider = :provider AND id = :id", provider, id);
    }

    /** Deletes at most {@code limit} of those that came in before; returns how many. */
    int deleteBefore(Instant time, int limit) {
        return jdbc.sql("""
                        DELETE FROM payments.webhooks
                         WHERE (provider, id) IN (
                               SELECT provider, id FROM payments.webhooks
                                WHERE received_at < :time AND NOT waiting
                                ORDER BY received_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    private void change(String sql, String provider, String id) {
        int rows = jdbc.sql(sql).param("provider", provider).param("id", id).update();
        if (rows != 1) {
            throw new IllegalStateException("Webhook %s of %s is gone".formatted(id, provider));
        }
    }

    private static WaitingWebhook waiting(ResultSet row) throws SQLException {
        var notification = new ProviderNotification(
                row.getString("id"),
                ProviderNotification.Type.valueOf(row.getString("type")),
                row.getString("reference"),
                new Money(row.getLong("amount"), row.getString("currency")));
        return new WaitingWebhook(
                row.getString("provider"),
                notification,
                row.getInt("tries"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
