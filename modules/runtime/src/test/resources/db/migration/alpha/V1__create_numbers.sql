CREATE TABLE alpha.numbers (key text NOT NULL, n integer NOT NULL);
