-- A SKU without a row has nothing on hand, nothing reserved, version 0.
CREATE TABLE inventory.stock (
    sku      text COLLATE "C" NOT NULL,
    on_hand  bigint NOT NULL,
    reserved bigint NOT NULL,
    version  bigint NOT NULL,
    CONSTRAINT stock_pkey PRIMARY KEY (sku),
    CONSTRAINT stock_sku_form CHECK (sku ~ '^[A-Za-z0-9._-]{1,64}$'),
    CONSTRAINT stock_on_hand_limit CHECK (on_hand <= 1000000000000),
    CONSTRAINT stock_reserved_within_on_hand CHECK (reserved BETWEEN 0 AND on_hand)
) WITH (fillfactor = 70);

-- Staff's changes: their sum per SKU is what is on hand and what was shipped.
CREATE TABLE inventory.adjustments (
    id      uuid NOT NULL,
    sku     text COLLATE "C" NOT NULL,
    delta   bigint NOT NULL,
    reason  text NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT adjustments_pkey PRIMARY KEY (id),
    CONSTRAINT adjustments_reason_length CHECK (char_length(reason) BETWEEN 1 AND 200)
);

CREATE INDEX adjustments_of_sku ON inventory.adjustments (sku, made_at);

-- One released before it was made has no lines: it keeps a late request from making it.
CREATE TABLE inventory.reservations (
    id         uuid NOT NULL,
    state      text NOT NULL,
    expires_at timestamptz,
    changed_at timestamptz NOT NULL,
    CONSTRAINT reservations_pkey PRIMARY KEY (id),
    CONSTRAINT reservations_state CHECK (state IN ('HELD', 'FIRM', 'SHIPPED', 'RELEASED', 'EXPIRED')),
    CONSTRAINT reservations_held_expires CHECK ((state = 'HELD') = (expires_at IS NOT NULL))
) WITH (fillfactor = 80);

CREATE INDEX reservations_to_expire ON inventory.reservations (expires_at) WHERE state = 'HELD';
CREATE INDEX reservations_to_forget ON inventory.reservations (changed_at) WHERE state IN ('RELEASED', 'EXPIRED');

CREATE TABLE inventory.reservation_lines (
    reservation_id uuid NOT NULL,
    sku            text COLLATE "C" NOT NULL,
    quantity       bigint NOT NULL,
    CONSTRAINT reservation_lines_pkey PRIMARY KEY (reservation_id, sku),
    CONSTRAINT reservation_lines_reservation FOREIGN KEY (reservation_id) REFERENCES inventory.reservations (id),
    CONSTRAINT reservation_lines_quantity CHECK (quantity > 0)
);
