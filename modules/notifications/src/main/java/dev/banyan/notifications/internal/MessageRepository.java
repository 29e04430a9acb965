package dev.banyan.notifications.internal;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores messages. */
@Repository
class MessageRepository {
    private final JdbcClient jdbc;
    private final BodySeal seal;

    MessageRepository(JdbcClient jdbc, BodySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * False when it is there already, or is the confirmation of an order that has one or was cancelled. Messages about one
     * order are written one after the other, since its events arrive in order.
     */
    boolean insert(NewMessage message) {
        var draft = message.draft();
        var body = seal.close(message.id(), draft.kind(), message.written().body());
        return jdbc.sql("""
                        INSERT INTO notifications.message (id, event_id, channel, kind, recipient, order_id, subject,
                               body_text, body_html, body_sealed, status, created_at, deliver_until)
                        SELECT :id, :eventId, :channel, :kind, :to, :orderId, :subject,
                               :text, :html, :sealed, :status, :createdAt, :deliverUntil
                         WHERE :kind <> 'order-confirmed'
                            OR NOT EXISTS (SELECT 1 FROM notifications.message
                                            WHERE order_id = :orderId AND kind = 'order-cancelled')
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", message.id())
                        .param("eventId", draft.eventId())
                        .param("channel", draft.channel())
                        .param("kind", draft.kind().code())
                        .param("to", draft.to())
                        .param("orderId", draft.orderId(), Types.OTHER)
                        .param("subject", message.written().subject())
                        .param("text", body.text(), Types.VARCHAR)
                        .param("html", body.html(), Types.VARCHAR)
                        .param("sealed", body.sealed(), Types.VARCHAR)
                        .param("status", message.status().name())
                        .param("createdAt", message.createdAt().atOffset(ZoneOffset.UTC))
                        .param("deliverUntil", message.deliverUntil().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Nothing happens when it left already, or stays here anyway. */
    void withdrawConfirmation(UUID orderId) {
        jdbc.sql("""
                        UPDATE notifications.message SET status = 'WITHDRAWN'
                         WHERE order_id = :orderId AND kind = 'order-confirmed' AND status = 'PENDING'
                        """).param("orderId", orderId).update();
    }
}
