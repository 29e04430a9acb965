-- One row for each event and subscriber that has not completed yet. Modules reach this table only through the functions below,
-- which run with the owner's rights; so each module's transaction can write and take publications without seeing any.

CREATE SEQUENCE runtime.publication_position CACHE 1;

CREATE TABLE runtime.publications (
    position     bigint      NOT NULL,
    claim        uuid        NOT NULL,
    event_id     uuid        NOT NULL,
    publisher    text        NOT NULL,
    subscriber   text        NOT NULL,
    type         text        NOT NULL,
    key          text        NOT NULL,
    payload      text        NOT NULL,
    context      text,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at       timestamptz,
    ready_at     timestamptz,
    attempts     integer     NOT NULL DEFAULT 0,
    last_error   text,
    CONSTRAINT publications_pk PRIMARY KEY (position)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

COMMENT ON COLUMN runtime.publications.claim IS 'the process that delivers it';
COMMENT ON COLUMN runtime.publications.due_at IS 'a timer''s time; null for events. A timer that is not due blocks nobody';
COMMENT ON COLUMN runtime.publications.ready_at IS 'when to look at it again: a timer or a retry; null when it was handed over at commit';

CREATE INDEX publications_lane ON runtime.publications (subscriber, publisher, key, position);
CREATE INDEX publications_ready ON runtime.publications (ready_at) WHERE ready_at IS NOT NULL;
CREATE INDEX publications_timer ON runtime.publications (type, key) WHERE due_at IS NOT NULL;

-- Writes the publications of one transaction, at its end. The locks (one for each publisher and key, sorted) are held to commit,
-- so that the order of positions is the order of commits for each key. A timer replaces the waiting one of its type and key; one that is
-- being delivered at this moment is left alone: waiting for it could deadlock.
CREATE FUNCTION runtime.publish(
    p_locks bigint[], p_claim uuid, p_context text, p_event_ids uuid[], p_publishers text[], p_subscribers text[],
    p_types text[], p_keys text[], p_payloads text[], p_due timestamptz[])
RETURNS SETOF bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    l bigint;
BEGIN
    FOREACH l IN ARRAY p_locks LOOP
        PERFORM pg_advisory_xact_lock(l);
    END LOOP;
    IF array_length(array_remove(p_due, NULL), 1) > 0 THEN
        DELETE FROM runtime.publications
         WHERE position IN (SELECT t.position
                              FROM unnest(p_types, p_keys, p_due) AS u (type, key, due)
                              JOIN runtime.publications t ON t.type = u.type AND t.key = u.key AND t.due_at IS NOT NULL
                             WHERE u.due IS NOT NULL
                               FOR UPDATE OF t SKIP LOCKED);
    END IF;
    RETURN QUERY
    INSERT INTO runtime.publications
        (position, claim, context, event_id, publisher, subscriber, type, key, payload, due_at, ready_at)
    SELECT nextval('runtime.publication_position'), p_claim, p_context,
           e.event_id, e.publisher, e.subscriber, e.type, e.key, e.payload, e.due, e.due
      FROM (SELECT * FROM unnest(p_event_ids, p_publishers, p_subscribers, p_types, p_keys, p_payloads, p_due)
              WITH ORDINALITY AS u (event_id, publisher, subscriber, type, key, payload, due, n)
             ORDER BY n) e
    RETURNING publications.position;
END $$;

-- Takes a publication at the start of the transaction that holds its effects: true when it was this process's and the head of its key.
CREATE FUNCTION runtime.take(p_position bigint, p_claim uuid)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM runtime.publications p
     WHERE p.position = p_position AND p.claim = p_claim
       AND NOT EXISTS (SELECT FROM runtime.publications e
                        WHERE e.subscriber = p.subscriber AND e.publisher = p.publisher AND e.key = p.key
                          AND e.position < p.position AND (e.due_at IS NULL OR e.due_at <= clock_timestamp()));
    RETURN FOUND;
END $$;

-- Removes waiting timers. One that is being delivered at this moment counts as delivered.
CREATE FUNCTION runtime.cancel_timer(p_type text, p_key text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM runtime.publications
     WHERE position IN (SELECT t.position FROM runtime.publications t
                         WHERE t.type = p_type AND t.key = p_key AND t.due_at IS NOT NULL
                           FOR UPDATE SKIP LOCKED);
    RETURN FOUND;
END $$;
