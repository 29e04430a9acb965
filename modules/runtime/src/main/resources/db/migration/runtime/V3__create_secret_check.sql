-- One value, sealed at the first start: whoever can open it has the secret that everything else here is sealed with.

CREATE TABLE runtime.secret_check (
    one    boolean NOT NULL DEFAULT true,
    sealed bytea   NOT NULL,
    CONSTRAINT secret_check_pk PRIMARY KEY (one),
    CONSTRAINT secret_check_is_one_row CHECK (one)
);
