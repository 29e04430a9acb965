CREATE SEQUENCE orders.order_number START WITH 100001;

-- One row per checkout operation, from its first step until its idempotency key is forgotten. Its state decides, once,
-- whether the operation's order is placed or what it holds is given back.
CREATE TABLE orders.checkouts (
    operation_id uuid NOT NULL,
    order_id     uuid NOT NULL,
    cart_id      uuid NOT NULL,
    state        text NOT NULL,
    touched_at   timestamptz NOT NULL,
    access_token bytea,
    CONSTRAINT checkouts_pk PRIMARY KEY (operation_id),
    CONSTRAINT checkouts_state CHECK (state IN ('STARTED', 'ABANDONED', 'FREED', 'PLACED'))
);

COMMENT ON COLUMN orders.checkouts.access_token IS 'the guest''s, sealed: a repeat of the request is answered with it';

CREATE INDEX checkouts_started ON orders.checkouts (touched_at) WHERE state = 'STARTED';
CREATE INDEX checkouts_ended ON orders.checkouts (touched_at) WHERE state IN ('FREED', 'PLACED');

CREATE TABLE orders.orders (
    id                uuid NOT NULL,
    number            text NOT NULL,
    cart_id           uuid NOT NULL,
    user_id           uuid,
    access_token_hash text,
    email             text NOT NULL,
    shipping_address  jsonb NOT NULL,
    currency          char(3) NOT NULL,
    total_minor       bigint NOT NULL,
    status            text NOT NULL,
    payment_status    text NOT NULL,
    fulfilment_status text NOT NULL,
    intent            text,
    cancel_reason     text,
    captured_minor    bigint NOT NULL DEFAULT 0,
    refunded_minor    bigint NOT NULL DEFAULT 0,
    refunding_minor   bigint NOT NULL DEFAULT 0,
    payment_method    text NOT NULL,
    payment_token     bytea,
    version           bigint NOT NULL,
    created_at        timestamptz NOT NULL,
    CONSTRAINT orders_pk PRIMARY KEY (id),
    CONSTRAINT orders_number UNIQUE (number),
    CONSTRAINT orders_owner CHECK ((user_id IS NULL) <> (access_token_hash IS NULL)),
    CONSTRAINT orders_status CHECK (status IN ('PENDING', 'CONFIRMED', 'SHIPPED', 'CANCELLED')),
    CONSTRAINT orders_payment_status CHECK (payment_status IN
        ('PENDING', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'VOIDED', 'PARTIALLY_REFUNDED', 'REFUNDED')),
    CONSTRAINT orders_fulfilled CHECK (fulfilment_status = CASE status WHEN 'SHIPPED' THEN 'FULFILLED' ELSE 'UNFULFILLED' END),
    CONSTRAINT orders_intent CHECK (intent IN ('CANCEL', 'SHIP')),
    CONSTRAINT orders_cancel_reason CHECK (cancel_reason IN
        ('payment-declined', 'payment-timeout', 'customer', 'staff', 'expired')),
    CONSTRAINT orders_cancelled_why CHECK (status <> 'CANCELLED' OR cancel_reason IS NOT NULL),
    CONSTRAINT orders_total CHECK (total_minor BETWEEN 0 AND 1000000000000),
    CONSTRAINT orders_money CHECK (refunded_minor >= 0 AND refunding_minor >= 0
        AND refunded_minor + refunding_minor <= captured_minor)
);

CREATE UNIQUE INDEX orders_one_per_cart ON orders.orders (cart_id) WHERE status <> 'CANCELLED';
CREATE INDEX orders_pending ON orders.orders (created_at) WHERE status = 'PENDING' AND intent IS NULL;
CREATE INDEX orders_newest ON orders.orders (created_at DESC, id DESC);
CREATE INDEX orders_by_user ON orders.orders (user_id, created_at DESC, id DESC) WHERE user_id IS NOT NULL;
CREATE INDEX orders_by_email ON orders.orders (lower(email), created_at DESC, id DESC);
CREATE INDEX orders_by_status ON orders.orders (status, created_at DESC, id DESC);
CREATE INDEX orders_by_payment_status ON orders.orders (payment_status, created_at DESC, id DESC);
CREATE INDEX orders_by_fulfilment_status ON orders.orders (fulfilment_status, created_at DESC, id DESC);

CREATE TABLE orders.order_lines (
    order_id         uuid NOT NULL,
    position         integer NOT NULL,
    sku              text NOT NULL,
    name             text NOT NULL,
    quantity         integer NOT NULL,
    unit_price_minor bigint NOT NULL,
    line_total_minor bigint NOT NULL,
    CONSTRAINT order_lines_pk PRIMARY KEY (order_id, position),
    CONSTRAINT order_lines_order FOREIGN KEY (order_id) REFERENCES orders.orders (id),
    CONSTRAINT order_lines_quantity CHECK (quantity BETWEEN 1 AND 999),
    CONSTRAINT order_lines_total CHECK (unit_price_minor >= 0 AND line_total_minor = unit_price_minor * quantity)
);

CREATE TABLE orders.order_history (
    order_id uuid NOT NULL,
    entry    bigint GENERATED ALWAYS AS IDENTITY,
    kind     text NOT NULL,
    value    text NOT NULL,
    reason   text,
    actor    text NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT order_history_pk PRIMARY KEY (order_id, entry),
    CONSTRAINT order_history_order FOREIGN KEY (order_id) REFERENCES orders.orders (id),
    CONSTRAINT order_history_kind CHECK (kind IN ('STATUS', 'PAYMENT', 'REFUND', 'NOTE'))
);

CREATE TABLE orders.shipments (
    id            uuid NOT NULL,
    order_id      uuid NOT NULL,
    tracking_code text,
    created_at    timestamptz NOT NULL,
    CONSTRAINT shipments_pk PRIMARY KEY (id),
    CONSTRAINT shipments_one_per_order UNIQUE (order_id),
    CONSTRAINT shipments_order FOREIGN KEY (order_id) REFERENCES orders.orders (id)
);

CREATE TABLE orders.refunds (
    id           uuid NOT NULL,
    order_id     uuid NOT NULL,
    amount_minor bigint NOT NULL,
    currency     char(3) NOT NULL,
    reason       text NOT NULL,
    status       text NOT NULL,
    created_at   timestamptz NOT NULL,
    CONSTRAINT refunds_pk PRIMARY KEY (id),
    CONSTRAINT refunds_order FOREIGN KEY (order_id) REFERENCES orders.orders (id),
    CONSTRAINT refunds_amount CHECK (amount_minor > 0),
    CONSTRAINT refunds_status CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED'))
);

CREATE INDEX refunds_by_order ON orders.refunds (order_id, created_at);
