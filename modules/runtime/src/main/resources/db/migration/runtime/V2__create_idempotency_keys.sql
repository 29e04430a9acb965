-- What became of requests with an Idempotency-Key: one row per caller, path and key.

CREATE TABLE runtime.idempotency_keys (
    id         bytea       NOT NULL,
    body       bytea       NOT NULL,
    operation  uuid        NOT NULL,
    claim      uuid        NOT NULL,
    claimed_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    answer     bytea,
    CONSTRAINT idempotency_keys_pk PRIMARY KEY (id),
    CONSTRAINT idempotency_keys_id_is_sha256 CHECK (length(id) = 32),
    CONSTRAINT idempotency_keys_body_is_sha256 CHECK (length(body) = 32)
);

COMMENT ON COLUMN runtime.idempotency_keys.id IS 'SHA-256 of caller, method, path and key';
COMMENT ON COLUMN runtime.idempotency_keys.body IS 'SHA-256 of the request''s body';
COMMENT ON COLUMN runtime.idempotency_keys.operation IS 'what the key stands for, the same in every attempt';
COMMENT ON COLUMN runtime.idempotency_keys.claim IS 'the attempt that carries it out';
COMMENT ON COLUMN runtime.idempotency_keys.answer IS 'sealed; null until there is one';

CREATE INDEX idempotency_keys_created_at ON runtime.idempotency_keys (created_at);
