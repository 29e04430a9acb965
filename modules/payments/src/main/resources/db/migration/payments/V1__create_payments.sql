CREATE TABLE payments.payments (
    id         uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    provider   text        NOT NULL,
    method     text        NOT NULL,
    amount     bigint      NOT NULL,
    currency   char(3)     NOT NULL,
    token      bytea,
    state      text        NOT NULL,
    goal       text        NOT NULL,
    stray      boolean     NOT NULL DEFAULT false,
    releases   integer     NOT NULL DEFAULT 0,
    reference  text,
    captured   bigint      NOT NULL DEFAULT 0,
    refunded   bigint      NOT NULL DEFAULT 0,
    refunding  bigint      NOT NULL DEFAULT 0,
    tries      integer     NOT NULL DEFAULT 0,
    deadline   timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT payments_pk PRIMARY KEY (id),
    CONSTRAINT payments_one_per_order UNIQUE (order_id),
    CONSTRAINT payments_reference_is_unique UNIQUE (provider, reference),
    CONSTRAINT payments_state CHECK (state IN ('PENDING', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'VOIDED')),
    CONSTRAINT payments_goal CHECK (goal IN ('AUTHORIZE', 'CAPTURE', 'CANCEL')),
    CONSTRAINT payments_amount CHECK (amount BETWEEN 0 AND 1000000000000),
    CONSTRAINT payments_captured CHECK (captured BETWEEN 0 AND amount),
    CONSTRAINT payments_captured_state CHECK (captured = 0 OR state = 'CAPTURED'),
    CONSTRAINT payments_refunded CHECK (refunded >= 0 AND refunding >= 0 AND refunded + refunding <= captured),
    CONSTRAINT payments_token_while_pending CHECK (token IS NULL OR state = 'PENDING')
) WITH (fillfactor = 80);

COMMENT ON COLUMN payments.payments.token IS 'sealed; removed when the authorization is decided';
COMMENT ON COLUMN payments.payments.stray IS 'given up, but the provider may hold money that has to be released';
COMMENT ON COLUMN payments.payments.releases IS 'how often the provider let go what it held: each has a key of its own';

CREATE TABLE payments.refunds (
    id         uuid        NOT NULL,
    payment_id uuid        NOT NULL,
    amount     bigint      NOT NULL,
    reason     text        NOT NULL,
    state      text        NOT NULL,
    reference  text,
    created_at timestamptz NOT NULL,
    CONSTRAINT refunds_pk PRIMARY KEY (id),
    CONSTRAINT refunds_payment_fk FOREIGN KEY (payment_id) REFERENCES payments.payments (id),
    CONSTRAINT refunds_amount CHECK (amount > 0),
    CONSTRAINT refunds_state CHECK (state IN ('PENDING', 'SUCCEEDED', 'FAILED'))
);

CREATE INDEX refunds_payment ON payments.refunds (payment_id, id);
CREATE INDEX refunds_reference ON payments.refunds (reference) WHERE reference IS NOT NULL;

-- What was asked of the provider, what it told unasked, and what came of it: for staff.
CREATE TABLE payments.attempts (
    payment_id uuid        NOT NULL,
    id         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    action     text        NOT NULL,
    outcome    text        NOT NULL,
    code       text,
    CONSTRAINT attempts_pk PRIMARY KEY (payment_id, id),
    CONSTRAINT attempts_payment_fk FOREIGN KEY (payment_id) REFERENCES payments.payments (id)
);

-- The webhooks that came in, each once. One whose reference is unknown waits for it.
CREATE TABLE payments.webhooks (
    provider    text        NOT NULL,
    id          text        NOT NULL,
    type        text        NOT NULL,
    reference   text        NOT NULL,
    amount      bigint      NOT NULL,
    currency    char(3)     NOT NULL,
    waiting     boolean     NOT NULL,
    tries       integer     NOT NULL DEFAULT 0,
    received_at timestamptz NOT NULL,
    CONSTRAINT webhooks_pk PRIMARY KEY (provider, id)
);

CREATE INDEX webhooks_received ON payments.webhooks (received_at);
