package dev.banyan.notifications.internal;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads messages. */
@Repository
class MessageQueries {
    private static final String LIST = "messages";
    private static final UUID NEWEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final BodySeal seal;

    MessageQueries(JdbcClient jdbc, BodySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Transactional(readOnly = true)
    boolean exists(UUID eventId, String channel) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM notifications.message
                                        WHERE event_id = :eventId AND channel = :channel)
                        """)
                .param("eventId", eventId)
                .param("channel", channel)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    /** The newest first; ids grow with time. */
    @Transactional(readOnly = true)
    Page<MessageView> list(MessageFilter filter, PageRequest page) {
        var rows = jdbc.sql(sql(filter))
                .param("before", before(page))
                .param("to", filter.to())
                .param("orderId", filter.orderId())
                .param("fetch", page.fetch())
                .query(MessageQueries::view)
                .list();
        return Page.of(
                rows, page.limit(), last -> PageRequest.cursor(LIST, last.id().toString()));
    }

    /** Put together from fixed parts only; every value is a parameter. */
    static String sql(MessageFilter filter) {
        return """
                SELECT id, recipient, channel, subject, kind, order_id, status, created_at
                  FROM notifications.message
                 WHERE id < :before%s
                 ORDER BY id DESC
                 LIMIT :fetch
                """.formatted(filter.condition());
    }

    /** @param secrets whether a body that holds a secret is opened: whoever asks decides who may see it */
    @Transactional(readOnly = true)
    MessageDetail get(UUID id, boolean secrets) {
        return jdbc.sql("SELECT * FROM notifications.message WHERE id = :id")
                .param("id", id)
                .query((row, index) -> detail(row, secrets))
                .optional()
                .orElseThrow(() -> new MessageNotFoundException(id));
    }

    private static UUID before(PageRequest page) {
        var after = page.after(LIST, 1);
        try {
            return after.isEmpty() ? NEWEST : UUID.fromString(after.getFirst());
        } catch (IllegalArgumentException malformed) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }

    private static MessageView view(ResultSet row, int index) throws SQLException {
        return new MessageView(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("channel"),
                row.getString("subject"),
                row.getString("kind"),
                row.getObject("order_id", UUID.class),
                MessageStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private MessageDetail detail(ResultSet row, boolean secrets) throws SQLException {
        var message = view(row, 0);
        var shown = secrets || !MessageKind.of(message.kind()).isSecret();
        var body = shown ? seal.open(message.id(), StoredBody.of(row)) : Optional.<Body>empty();
        return new MessageDetail(
                message.id(),
                message.to(),
                message.channel(),
                message.subject(),
                message.kind(),
                message.orderId(),
                message.status(),
                message.createdAt(),
                sentAt(row),
                row.getInt("attempts"),
                row.getString("last_error"),
                body.orElse(Body.HIDDEN));
    }

    private static @Nullable Instant sentAt(ResultSet row) throws SQLException {
        var time = row.getObject("sent_at", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
