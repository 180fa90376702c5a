-- What was said of the draft beside it, as with items.
ALTER TABLE packages ADD COLUMN review jsonb;
