-- Which of the modules that this database has had, or is to get, are here.

CREATE TABLE runtime.identity (
    one boolean NOT NULL DEFAULT true,
    id  uuid    NOT NULL DEFAULT gen_random_uuid(),
    CONSTRAINT identity_pk PRIMARY KEY (one),
    CONSTRAINT identity_is_one_row CHECK (one)
);

COMMENT ON TABLE runtime.identity IS 'this database, at whatever address';

INSERT INTO runtime.identity DEFAULT VALUES;

CREATE TABLE runtime.moves (
    module     text        NOT NULL,
    id         uuid        NOT NULL,
    state      text        NOT NULL,
    other      uuid        NOT NULL,
    address    text        NOT NULL,
    content    text        NOT NULL DEFAULT '',
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT moves_pk PRIMARY KEY (module),
    CONSTRAINT moves_state CHECK (state IN ('LEAVING', 'LEFT', 'ARRIVING', 'ARRIVED'))
);

COMMENT ON TABLE runtime.moves IS 'the last move of each module that was ever moved';
COMMENT ON COLUMN runtime.moves.state IS 'a module runs here without a row or when it has ARRIVED';
COMMENT ON COLUMN runtime.moves.other IS 'the identity of the database at the other end';
COMMENT ON COLUMN runtime.moves.address IS 'where that is, for people';
COMMENT ON COLUMN runtime.moves.content IS 'what arrived: each table with its rows and their hash';
