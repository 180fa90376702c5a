-- What was said of the draft beside it, null until somebody reviews it; drafts of before have none.
ALTER TABLE items ADD COLUMN review jsonb;
