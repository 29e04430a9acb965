CREATE TABLE load.sources (key text NOT NULL, sent bigint NOT NULL);
CREATE TABLE load.effects (listener integer NOT NULL, key text NOT NULL, sent bigint NOT NULL);
