-- A recount is worked on in ranges of ids, so that each row is read by one who counts. One that was
-- begun in lanes is gone on with over all ids; what has moved already does not move again.
ALTER TABLE recount
    ADD COLUMN from_id  text NOT NULL DEFAULT '',
    ADD COLUMN until_id text;
