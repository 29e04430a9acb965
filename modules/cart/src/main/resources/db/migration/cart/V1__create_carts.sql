-- A cart belongs to a user or to whoever has the token that token_hash is made of.
CREATE TABLE cart.carts (
    id          uuid NOT NULL,
    owner_id    uuid,
    token_hash  char(64) COLLATE "C",
    currency    char(3) NOT NULL,
    state       text NOT NULL,
    order_id    uuid,
    merged_into uuid,
    version     bigint NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT carts_pkey PRIMARY KEY (id),
    CONSTRAINT carts_one_owner CHECK (num_nonnulls(owner_id, token_hash) = 1),
    CONSTRAINT carts_state CHECK (state IN ('OPEN', 'FROZEN', 'COMPLETED')),
    CONSTRAINT carts_held_by CHECK (
        CASE state
            WHEN 'OPEN' THEN num_nonnulls(order_id, merged_into) = 0
            WHEN 'FROZEN' THEN order_id IS NOT NULL AND merged_into IS NULL
            ELSE num_nonnulls(order_id, merged_into) = 1
        END)
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX carts_token ON cart.carts (token_hash) WHERE token_hash IS NOT NULL;
CREATE UNIQUE INDEX carts_order ON cart.carts (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX carts_open_of_owner ON cart.carts (owner_id, id) WHERE state = 'OPEN';

CREATE TABLE cart.lines (
    cart_id  uuid NOT NULL,
    sku      text COLLATE "C" NOT NULL,
    quantity integer NOT NULL,
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT lines_pkey PRIMARY KEY (cart_id, sku),
    CONSTRAINT lines_cart FOREIGN KEY (cart_id) REFERENCES cart.carts (id),
    CONSTRAINT lines_sku_form CHECK (sku ~ '^[A-Za-z0-9._-]{1,64}$'),
    CONSTRAINT lines_quantity CHECK (quantity BETWEEN 1 AND 999)
);

-- An order that gave a cart back can't freeze one any more, should its request to freeze still be on its way.
CREATE TABLE cart.released_checkouts (
    order_id    uuid NOT NULL,
    released_at timestamptz NOT NULL,
    CONSTRAINT released_checkouts_pkey PRIMARY KEY (order_id)
);

CREATE INDEX released_checkouts_to_forget ON cart.released_checkouts (released_at);
