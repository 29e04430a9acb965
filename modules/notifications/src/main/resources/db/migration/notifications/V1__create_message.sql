CREATE TABLE notifications.message (
    id            uuid        NOT NULL,
    event_id      uuid        NOT NULL,
    channel       text        NOT NULL,
    kind          text        NOT NULL,
    recipient     text        NOT NULL,
    order_id      uuid,
    subject       text        NOT NULL,
    body_text     text,
    body_html     text,
    body_sealed   text,
    status        text        NOT NULL,
    created_at    timestamptz NOT NULL,
    deliver_until timestamptz NOT NULL,
    sent_at       timestamptz,
    attempts      integer     NOT NULL DEFAULT 0,
    refusals      integer     NOT NULL DEFAULT 0,
    last_error    text,
    CONSTRAINT message_pk PRIMARY KEY (id),
    CONSTRAINT message_once_per_event UNIQUE (event_id, channel),
    CONSTRAINT message_kind CHECK (kind IN ('welcome', 'account-exists', 'password-reset', 'order-confirmed',
                                            'order-cancelled', 'order-shipped', 'order-refunded')),
    CONSTRAINT message_status CHECK (status IN ('PENDING', 'SENT', 'FAILED', 'KEPT', 'WITHDRAWN')),
    CONSTRAINT message_subject_is_a_line CHECK (subject !~ '[[:cntrl:]]'),
    CONSTRAINT message_secret_is_sealed CHECK (kind <> 'password-reset' OR (body_text IS NULL AND body_html IS NULL)),
    CONSTRAINT message_order CHECK ((kind LIKE 'order-%') = (order_id IS NOT NULL)),
    CONSTRAINT message_sent CHECK ((status = 'SENT') = (sent_at IS NOT NULL))
);

CREATE UNIQUE INDEX message_one_confirmation_per_order
    ON notifications.message (order_id, channel) WHERE kind = 'order-confirmed';

CREATE INDEX message_by_recipient ON notifications.message (lower(recipient), id DESC);

CREATE INDEX message_by_order ON notifications.message (order_id, id DESC) WHERE order_id IS NOT NULL;
