CREATE TABLE beta.seen (id bigint GENERATED ALWAYS AS IDENTITY, subscriber text NOT NULL, key text NOT NULL, n integer NOT NULL);
