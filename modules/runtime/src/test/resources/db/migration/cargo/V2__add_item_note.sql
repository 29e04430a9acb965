ALTER TABLE cargo.item ADD COLUMN note text;
