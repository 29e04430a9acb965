CREATE SCHEMA IF NOT EXISTS sandbox;

CREATE TABLE IF NOT EXISTS sandbox.authorizations (
    key        text        NOT NULL,
    reference  text        NOT NULL,
    amount     bigint      NOT NULL,
    currency   char(3)     NOT NULL,
    state      text        NOT NULL,
    code       text,
    tries      integer     NOT NULL DEFAULT 1,
    captured   bigint      NOT NULL DEFAULT 0,
    refunded   bigint      NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT authorizations_pk PRIMARY KEY (key),
    CONSTRAINT authorizations_reference_is_unique UNIQUE (reference),
    CONSTRAINT authorizations_state CHECK (state IN ('UNDECIDED', 'PENDING', 'APPROVED', 'DECLINED', 'VOIDED')),
    CONSTRAINT authorizations_money CHECK (0 <= refunded AND refunded <= captured AND captured <= amount)
);

CREATE TABLE IF NOT EXISTS sandbox.operations (
    key               text        NOT NULL,
    authorization_key text        NOT NULL,
    operation         text        NOT NULL,
    amount            bigint      NOT NULL,
    reference         text,
    code              text,
    created_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT operations_pk PRIMARY KEY (key),
    CONSTRAINT operations_outcome CHECK ((reference IS NULL) <> (code IS NULL)),
    CONSTRAINT operations_authorization_fk FOREIGN KEY (authorization_key) REFERENCES sandbox.authorizations (key)
);

CREATE TABLE IF NOT EXISTS sandbox.webhooks (
    id                text        NOT NULL,
    authorization_key text        NOT NULL,
    url               text,
    due_at            timestamptz NOT NULL,
    created_at        timestamptz NOT NULL DEFAULT now(),
    tries             integer     NOT NULL DEFAULT 0,
    done              boolean     NOT NULL DEFAULT false,
    CONSTRAINT webhooks_pk PRIMARY KEY (id),
    CONSTRAINT webhooks_authorization_fk FOREIGN KEY (authorization_key) REFERENCES sandbox.authorizations (key)
);

CREATE INDEX IF NOT EXISTS webhooks_due ON sandbox.webhooks (due_at) WHERE NOT done;
