-- What was published: one row for each tick, in the publisher's transaction. Numbers count from 1 for each key, in commit order.
CREATE TABLE rig.keys (
    key text   NOT NULL,
    n   bigint NOT NULL,
    CONSTRAINT keys_pk PRIMARY KEY (key)
);

CREATE TABLE rig.ticks (
    event_id uuid   NOT NULL,
    key      text   NOT NULL,
    n        bigint NOT NULL,
    CONSTRAINT ticks_pk PRIMARY KEY (event_id)
);

-- What each subscriber applied, in the order in which it did. Nothing here is unique, so that a double is seen.
CREATE TABLE rig.applied (
    entry      bigint GENERATED ALWAYS AS IDENTITY,
    subscriber text   NOT NULL,
    type       text   NOT NULL,
    event_id   uuid   NOT NULL,
    key        text   NOT NULL,
    n          bigint,
    CONSTRAINT applied_pk PRIMARY KEY (entry)
);

CREATE INDEX applied_by_key ON rig.applied (subscriber, key, entry);
