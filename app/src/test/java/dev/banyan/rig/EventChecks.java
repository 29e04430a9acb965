package dev.banyan.rig;

import java.util.List;

/** I7, I8, I13 and what I14 says of the event table. */
final class EventChecks {
    static final List<Check> ALL = List.of(
            new Check("I7", "no ghost: nothing was applied that wasn't published", """
                    SELECT a.subscriber || ' ' || a.event_id FROM rig.applied a
                     WHERE a.type = 'ticked' AND NOT EXISTS (SELECT FROM rig.ticks t WHERE t.event_id = a.event_id)
                    """),
            new Check("I7", "no zombie: what was published was applied by each subscriber", """
                    SELECT s.name || ' ' || t.key || ' ' || t.n FROM rig.ticks t CROSS JOIN (VALUES ('plain'), ('step')) s (name)
                     WHERE NOT EXISTS (SELECT FROM rig.applied a WHERE a.event_id = t.event_id AND a.subscriber = s.name)
                       AND t.key NOT IN (SELECT key FROM poison)
                    """),
            new Check("I7", "each event was applied once", """
                    SELECT subscriber || ' ' || event_id FROM rig.applied GROUP BY subscriber, event_id HAVING count(*) > 1
                    """),
            new Check("I7", "orders' subscribers were told what happened, in that order", """
                    SELECT coalesce(h.order_id, a.order_id)::text
                      FROM (SELECT order_id::text, string_agg(value, '>' ORDER BY entry) AS path
                              FROM orders.order_history WHERE kind = 'STATUS' GROUP BY order_id) h
                      FULL JOIN (SELECT key AS order_id, string_agg(type, '>' ORDER BY entry) AS path
                              FROM rig.applied WHERE subscriber = 'orders' AND type <> 'REFUNDED' GROUP BY key) a ON a.order_id = h.order_id
                     WHERE h.path IS DISTINCT FROM a.path
                    """),
            new Check("I8", "each key was applied from 1 on, without gap or step back", """
                    SELECT subscriber || ' ' || key || ' ' || n
                      FROM (SELECT subscriber, key, n, row_number() OVER (PARTITION BY subscriber, key ORDER BY entry) AS place
                              FROM rig.applied WHERE type = 'ticked') a
                     WHERE n <> place
                    """),
            new Check("I8", "published numbers have no gap", """
                    SELECT k.key FROM rig.keys k LEFT JOIN rig.ticks t ON t.key = k.key
                     GROUP BY k.key, k.n HAVING count(t.n) <> k.n OR coalesce(max(t.n), 0) <> k.n
                    """),
            new Check("I13", "nothing waits but what was poisoned", Publications.LEFT + """
                      AND (p.due_at IS NOT NULL OR p.key NOT LIKE 'poison-%')
                    """),
            new Check("I13", "what was poisoned still waits", """
                    SELECT q.key FROM poison q WHERE NOT EXISTS (SELECT FROM runtime.publications p WHERE p.key = q.key)
                    """),
            new Check("I14", "no secret in the event table", """
                    SELECT p.position::text FROM runtime.publications p, secrets s
                     WHERE s.secret !~ '^[A-Za-z0-9_-]{40,}$' AND position(s.secret IN concat_ws(' ', p.payload, p.context, p.last_error)) > 0
                    UNION ALL
                    SELECT p.position::text FROM runtime.publications p,
                           regexp_split_to_table(concat_ws(' ', p.payload, p.context, p.last_error), '[^A-Za-z0-9_-]+') AS word
                     WHERE word IN (SELECT s.secret FROM secrets s)
                    """));

    private EventChecks() {}
}
