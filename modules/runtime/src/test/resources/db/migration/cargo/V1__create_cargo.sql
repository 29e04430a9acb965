-- Every type and every kind of constraint that a shop's module uses, in tables whose names sort against their references.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA cargo;

CREATE TYPE cargo.grade AS ENUM ('rough', 'fine');

CREATE SEQUENCE cargo.number START WITH 100001;

CREATE TABLE cargo.item (
    id         uuid NOT NULL,
    crate      text COLLATE "C" NOT NULL,
    quantity   integer NOT NULL,
    price      bigint NOT NULL,
    currency   char(3) NOT NULL,
    roles      text[] NOT NULL,
    options    jsonb NOT NULL,
    search     tsvector NOT NULL,
    sealed     bytea,
    stray      boolean NOT NULL DEFAULT false,
    grades     cargo.grade[],
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    total      bigint GENERATED ALWAYS AS (price * quantity) STORED,
    changes    integer NOT NULL DEFAULT 0,
    CONSTRAINT item_pk PRIMARY KEY (id)
);

CREATE TABLE cargo.crate (
    path   text COLLATE "C" NOT NULL,
    parent text COLLATE "C",
    CONSTRAINT crate_pk PRIMARY KEY (path),
    CONSTRAINT crate_parent_fk FOREIGN KEY (parent) REFERENCES cargo.crate (path)
);

ALTER TABLE cargo.crate ADD COLUMN first_item uuid;
ALTER TABLE cargo.item ADD CONSTRAINT item_crate_fk FOREIGN KEY (crate) REFERENCES cargo.crate (path);
ALTER TABLE cargo.crate ADD CONSTRAINT crate_first_item_fk FOREIGN KEY (first_item) REFERENCES cargo.item (id);

CREATE TABLE cargo.entry (
    item  uuid NOT NULL,
    entry bigint GENERATED ALWAYS AS IDENTITY,
    text  text NOT NULL,
    CONSTRAINT entry_pk PRIMARY KEY (item, entry),
    CONSTRAINT entry_item_fk FOREIGN KEY (item) REFERENCES cargo.item (id)
);

CREATE INDEX item_search ON cargo.item USING gin (search);
CREATE INDEX crate_trigram ON cargo.crate USING gin (path cargo.gin_trgm_ops);

CREATE FUNCTION cargo.count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changes := NEW.changes + 1;
    RETURN NEW;
END $$;

CREATE TRIGGER item_changes BEFORE INSERT OR UPDATE ON cargo.item FOR EACH ROW EXECUTE FUNCTION cargo.count_change();
