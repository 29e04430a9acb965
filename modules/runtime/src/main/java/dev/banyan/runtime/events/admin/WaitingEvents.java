package dev.banyan.runtime.events.admin;

import dev.banyan.kernel.Page;
import dev.banyan.runtime.data.Instance;
import dev.banyan.runtime.events.EventDispatch;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The publications that wait or are parked, for staff. */
class WaitingEvents {
    static final int PAGE = 1000;

    private static final String LIST = "events";

    /** This instance, but for subscribers whose module runs in another process: that one goes on with them. */
    private static final String DELIVERER =
            "CASE WHEN split_part(subscriber, '.', 1) = ANY (:elsewhere) THEN claim ELSE :claim END";

    private final JdbcClient jdbc;
    private final Instance instance;
    private final EventDispatch dispatch;
    private final String[] elsewhere;

    WaitingEvents(JdbcClient jdbc, Instance instance, EventDispatch dispatch, HostedModules modules) {
        this.jdbc = jdbc;
        this.instance = instance;
        this.dispatch = dispatch;
        this.elsewhere = modules.elsewhere().toArray(String[]::new);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    Page<EventView> list(EventFilter filter, PageRequest page) {
        var rows = jdbc.sql("""
                        SELECT p.position, p.event_id, p.type, p.key, p.subscriber, p.attempts, p.last_error, p.published_at, p.ready_at,
                               p.parked_at, i.name
                          FROM runtime.publications p
                          LEFT JOIN runtime.instances i ON i.id = p.claim
                         WHERE p.position < :before%s
                         ORDER BY p.position DESC
                         LIMIT :fetch
                        """.formatted(filter.condition()))
                .param("before", before(page))
                .param("fetch", page.fetch())
                .params(filter.parameters())
                .query(WaitingEvents::view)
                .list();
        return Page.of(rows, page.limit(), last -> cursorAfter(last.id()));
    }

    /** The cursor of the page that begins after an event. */
    static String cursorAfter(UUID id) {
        return PageRequest.cursor(LIST, Long.toString(PublicationId.position(id)));
    }

    /**
     * Has a parked event tried again, as often as a fresh one.
     *
     * @throws EventNotFoundException when it doesn't wait
     * @throws EventNotParkedException when it is being tried anyway
     */
    @Transactional
    void replay(UUID id) {
        requireParked(id);
        jdbc.sql("""
                        UPDATE runtime.publications
                           SET parked_at = NULL, attempts = 0, ready_at = clock_timestamp(), claim = %s
                         WHERE position = :position
                        """.formatted(DELIVERER))
                .param("claim", instance.id())
                .param("elsewhere", elsewhere)
                .param("position", PublicationId.position(id))
                .update();
        dispatch.wakeAfterCommit();
    }

    /** Has up to {@value #PAGE} parked events tried again, the oldest first, and returns how many. */
    @Transactional
    int replay(EventFilter filter) {
        int replayed = jdbc.sql("""
                        UPDATE runtime.publications
                           SET parked_at = NULL, attempts = 0, ready_at = clock_timestamp(), claim = %s
                         WHERE position IN (SELECT p.position FROM runtime.publications p
                                             WHERE p.parked_at IS NOT NULL%s
                                             ORDER BY p.position LIMIT %d FOR UPDATE SKIP LOCKED)
                        """.formatted(DELIVERER, filter.condition(), PAGE))
                .param("claim", instance.id())
                .param("elsewhere", elsewhere)
                .params(filter.parameters())
                .update();
        dispatch.wakeAfterCommit();
        return replayed;
    }

    /**
     * Gives a parked event up for its subscriber; what waits behind it goes on.
     *
     * @throws EventNotFoundException when it doesn't wait
     * @throws EventNotParkedException when it is being tried
     */
    @Transactional
    void skip(UUID id, String reason, Caller caller) {
        requireParked(id);
        jdbc.sql("""
                        WITH skipped AS (
                            DELETE FROM runtime.publications WHERE position = :position RETURNING *),
                        kept AS (
                            INSERT INTO runtime.skipped_publications
                                (position, event_id, publisher, subscriber, type, key, payload, published_at, attempts, last_error,
                                 skipped_by, reason)
                            SELECT position, event_id, publisher, subscriber, type, key, payload, published_at, attempts, last_error,
                                   :by, :reason
                              FROM skipped)
                        UPDATE runtime.publications SET claim = %s, ready_at = clock_timestamp()
                         WHERE position = (SELECT p.position FROM runtime.publications p JOIN skipped USING (subscriber, publisher, key)
                                            WHERE p.position > skipped.position AND p.parked_at IS NULL AND p.ready_at IS NULL
                                            ORDER BY p.position LIMIT 1 FOR UPDATE OF p SKIP LOCKED)
                        """.formatted(DELIVERER))
                .param("position", PublicationId.position(id))
                .param("by", caller.name())
                .param("reason", reason)
                .param("claim", instance.id())
                .param("elsewhere", elsewhere)
                .update();
        dispatch.wakeAfterCommit();
    }

    private void requireParked(UUID id) {
        var parked = jdbc.sql("""
                        SELECT published_at, parked_at IS NOT NULL AS is_parked
                          FROM runtime.publications WHERE position = :position FOR UPDATE
                        """)
                .param("position", PublicationId.position(id))
                .query((row, number) ->
                        id.equals(PublicationId.of(PublicationId.position(id), instant(row, "published_at")))
                                ? row.getBoolean("is_parked")
                                : null)
                .list();
        if (parked.isEmpty() || parked.getFirst() == null) {
            throw new EventNotFoundException(id);
        }
        if (!parked.getFirst()) {
            throw new EventNotParkedException(id);
        }
    }

    private static long before(PageRequest page) {
        var after = page.after(LIST, 1);
        try {
            return after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after.getFirst());
        } catch (NumberFormatException malformed) {
            throw InvalidRequestException.field("cursor", "invalid", "is not a cursor of this list");
        }
    }

    private static EventView view(ResultSet row, int number) throws SQLException {
        boolean parked = row.getObject("parked_at") != null;
        var publishedAt = instant(row, "published_at");
        return new EventView(
                PublicationId.of(row.getLong("position"), publishedAt),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("key"),
                row.getString("subscriber"),
                parked ? "parked" : "waiting",
                row.getInt("attempts"),
                row.getString("last_error"),
                publishedAt,
                nullableInstant(row, "ready_at"),
                row.getString("name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
