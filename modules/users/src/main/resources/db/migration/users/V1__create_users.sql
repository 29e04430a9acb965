-- search: address and name in lower case, as the application lowers them, whatever the database's locale; grams: what
-- of it is indexed.
CREATE TABLE users.account (
    id            uuid        CONSTRAINT account_pk PRIMARY KEY,
    email         text        NOT NULL CONSTRAINT account_email_length CHECK (length(email) <= 254),
    name          text        NOT NULL CONSTRAINT account_name_length CHECK (length(name) BETWEEN 1 AND 200),
    phone         text        CONSTRAINT account_phone_form CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    roles         text[]      NOT NULL CONSTRAINT account_roles_known
                              CHECK (roles <@ ARRAY['customer', 'staff', 'admin'] AND cardinality(roles) > 0),
    password_hash text        NOT NULL,
    search        text        NOT NULL,
    grams         text[]      NOT NULL,
    version       bigint      NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_email_key ON users.account (lower(email));
CREATE INDEX account_search ON users.account USING gin (grams);
CREATE INDEX account_admins ON users.account (id) WHERE roles @> ARRAY['admin'];

-- A row is a family of refresh tokens; only the newest generation's token refreshes.
CREATE TABLE users.session (
    id              uuid        CONSTRAINT session_pk PRIMARY KEY,
    account_id      uuid        NOT NULL CONSTRAINT session_account REFERENCES users.account (id),
    family_hash     text        NOT NULL CONSTRAINT session_family_key UNIQUE,
    token_hash      text        NOT NULL,
    generation      bigint      NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL,
    idle_expires_at timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL
);
CREATE INDEX session_account_id ON users.session (account_id);
CREATE INDEX session_end ON users.session (least(idle_expires_at, expires_at));

CREATE TABLE users.reset_token (
    request_id uuid        CONSTRAINT reset_token_pk PRIMARY KEY,
    account_id uuid        NOT NULL CONSTRAINT reset_token_account REFERENCES users.account (id),
    token_hash text        NOT NULL CONSTRAINT reset_token_hash_key UNIQUE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX reset_token_account_id ON users.reset_token (account_id);
CREATE INDEX reset_token_end ON users.reset_token (expires_at);

CREATE TABLE users.api_key (
    id         uuid        CONSTRAINT api_key_pk PRIMARY KEY,
    name       text        NOT NULL CONSTRAINT api_key_name_length CHECK (length(name) BETWEEN 1 AND 200),
    key_hash   text        NOT NULL CONSTRAINT api_key_hash_key UNIQUE,
    hint       text        NOT NULL,
    scopes     text[]      NOT NULL CONSTRAINT api_key_scopes_some CHECK (cardinality(scopes) > 0),
    created_by uuid        NOT NULL CONSTRAINT api_key_creator REFERENCES users.account (id),
    created_at timestamptz NOT NULL
);

CREATE TABLE users.signing_key (
    generation     integer     CONSTRAINT signing_key_pk PRIMARY KEY,
    public_key     text        NOT NULL,
    private_sealed text        NOT NULL,
    active_from    timestamptz NOT NULL
);

-- A leaky bucket per kind of attempt and keyed hash of whom it counts for; it is empty again at drained_at.
CREATE TABLE users.attempt (
    key        text        CONSTRAINT attempt_pk PRIMARY KEY,
    drained_at timestamptz NOT NULL
);
CREATE INDEX attempt_drained ON users.attempt (drained_at);

-- Where an account's owner has registered or signed in from, as a keyed hash of the network address.
CREATE TABLE users.known_address (
    account_id uuid        NOT NULL CONSTRAINT known_address_account REFERENCES users.account (id),
    address    text        NOT NULL,
    seen_at    timestamptz NOT NULL,
    CONSTRAINT known_address_pk PRIMARY KEY (account_id, address)
);
CREATE INDEX known_address_seen ON users.known_address (seen_at);
