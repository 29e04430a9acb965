-- The processes that deliver publications, each under a lease by this database's clock. A publication's claim names one of them; whoever
-- finds a lease ended takes its publications over.

CREATE TABLE runtime.instances (
    id          uuid        NOT NULL,
    name        text        NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until timestamptz NOT NULL,
    CONSTRAINT instances_pk PRIMARY KEY (id)
) WITH (fillfactor = 50);

COMMENT ON COLUMN runtime.instances.name IS 'what its connections call themselves, too';

ALTER TABLE runtime.publications ADD COLUMN parked_at timestamptz;

COMMENT ON COLUMN runtime.publications.claim IS 'the instance that delivers it';
COMMENT ON COLUMN runtime.publications.parked_at IS 'since when nobody tries any more: it waits for staff, and its key behind it';

DROP INDEX runtime.publications_ready;
CREATE INDEX publications_ready ON runtime.publications (ready_at) WHERE ready_at IS NOT NULL AND parked_at IS NULL;
CREATE INDEX publications_parked ON runtime.publications (position) WHERE parked_at IS NOT NULL;

DROP FUNCTION runtime.publish(bigint[], uuid, text, uuid[], text[], text[], text[], text[], text[], timestamptz[]);
DROP FUNCTION runtime.take(bigint, uuid);

-- The functions plan once and always along the indexes: planning each time costs more than the rest, and a plan made while the table was
-- empty would be a wrong one a second later.

-- Writes the publications of one transaction, at its end: each event once in the arguments, and for each subscriber which event it gets.
-- The locks (one for each publisher and key, sorted) are held to commit, so that the order of positions is the order of commits for each
-- key. A row goes to the instance that has what waits before it, if that is alive, else to p_claim. Returns, for each row in the order of
-- the arguments, its position, whose it is, the position before it in its lane, and how many milliseconds it has to wait. A timer replaces the waiting one of its type and key;
-- one that is being delivered at this moment is left alone: waiting for it could deadlock.
CREATE FUNCTION runtime.publish(
    p_locks bigint[], p_claim uuid, p_event_ids uuid[], p_publishers text[], p_types text[], p_keys text[], p_payloads text[],
    p_contexts text[], p_due timestamptz[], p_events integer[], p_subscribers text[])
RETURNS TABLE (o_position bigint, o_claim uuid, o_previous bigint, o_wait bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
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
    WITH fresh AS MATERIALIZED (
        SELECT nextval('runtime.publication_position') AS position, r.*,
               greatest(0, ceil(extract(epoch FROM r.due - clock_timestamp()) * 1000))::bigint AS wait
          FROM (SELECT s.n, s.subscriber, e.*, b.position AS before, b.claim
                  FROM unnest(p_events, p_subscribers) WITH ORDINALITY AS s (event, subscriber, n)
                  JOIN unnest(p_event_ids, p_publishers, p_types, p_keys, p_payloads, p_contexts, p_due)
                       WITH ORDINALITY AS e (event_id, publisher, type, key, payload, context, due, event) ON e.event = s.event
                  LEFT JOIN LATERAL (
                       SELECT p.position, i.id AS claim
                         FROM runtime.publications p
                         LEFT JOIN runtime.instances i ON i.id = p.claim AND i.lease_until > clock_timestamp()
                        WHERE p.subscriber = s.subscriber AND p.publisher = e.publisher AND p.key = e.key
                        ORDER BY p.position DESC LIMIT 1) b ON true
                 ORDER BY s.n) r),
    written AS (
        INSERT INTO runtime.publications
            (position, claim, context, event_id, publisher, subscriber, type, key, payload, due_at, ready_at)
        SELECT f.position, coalesce(f.claim, p_claim), f.context, f.event_id, f.publisher, f.subscriber, f.type, f.key, f.payload,
               f.due, CASE WHEN f.wait > 0 THEN f.due END
          FROM fresh f)
    SELECT f.position, coalesce(f.claim, p_claim),
           coalesce(lag(f.position) OVER (PARTITION BY f.subscriber, f.publisher, f.key ORDER BY f.position), f.before),
           coalesce(f.wait, 0)
      FROM fresh f
     ORDER BY f.position;
END $$;

-- Takes publications at the start of the transaction that holds their effects: those that are this instance's, and the heads of their keys.
-- That transaction may last p_timeout milliseconds, so that it ends before the instance's lease does. Zero: it holds no effects, and doesn't wait
-- for the disk: a crash that takes it back has the calls of its step made again.
CREATE FUNCTION runtime.take(p_positions bigint[], p_claim uuid, p_timeout integer)
RETURNS SETOF bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF p_timeout = 0 THEN
        PERFORM set_config('synchronous_commit', 'off', true);
    ELSIF current_setting('server_version_num')::integer >= 170000 THEN
        PERFORM set_config('transaction_timeout', p_timeout::text, true);
    END IF;
    RETURN QUERY
    DELETE FROM runtime.publications p
     WHERE p.position = ANY (p_positions) AND p.claim = p_claim AND p.parked_at IS NULL
       AND NOT EXISTS (SELECT FROM runtime.publications e
                        WHERE e.subscriber = p.subscriber AND e.publisher = p.publisher AND e.key = p.key
                          AND e.position < p.position AND (e.due_at IS NULL OR e.due_at <= clock_timestamp()))
    RETURNING p.position;
END $$;

-- What staff gave up, and why. Nothing is delivered from here.
CREATE TABLE runtime.skipped_publications (
    position     bigint      NOT NULL,
    event_id     uuid        NOT NULL,
    publisher    text        NOT NULL,
    subscriber   text        NOT NULL,
    type         text        NOT NULL,
    key          text        NOT NULL,
    payload      text        NOT NULL,
    published_at timestamptz NOT NULL,
    attempts     integer     NOT NULL,
    last_error   text,
    skipped_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    skipped_by   text        NOT NULL,
    reason       text        NOT NULL,
    CONSTRAINT skipped_publications_pk PRIMARY KEY (position)
);
