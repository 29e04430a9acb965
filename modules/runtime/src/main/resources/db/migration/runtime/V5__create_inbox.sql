-- What has been received from a broker, for each subscriber, so that a message that comes again changes nothing. Kept longer than brokers keep messages.
CREATE TABLE runtime.inbox (
    subscriber  text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT inbox_pk PRIMARY KEY (subscriber, event_id)
) WITH (autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX inbox_received ON runtime.inbox USING brin (received_at) WITH (pages_per_range = 16);

-- What waits to be sent, in the order in which it is.
CREATE INDEX publications_broker ON runtime.publications (publisher, position) WHERE subscriber = 'broker';

ALTER TABLE runtime.instances ADD COLUMN modules text[];

COMMENT ON COLUMN runtime.instances.modules IS 'the modules that it hosts; null: not known, so it may be any';
