-- Which watches a rule speaks of is a condition in CEL, not two columns for one trait alone.
ALTER TABLE card_rules ADD COLUMN condition text NOT NULL DEFAULT '';
UPDATE card_rules
   SET condition = concat_ws(' && ', 'promisedDays >= ' || limit_from, 'promisedDays <= ' || limit_to);
ALTER TABLE card_rules DROP COLUMN limit_from, DROP COLUMN limit_to;

-- The end of the version's history: set, and perhaps ended. Those shipped begin with nothing.
ALTER TABLE card_rules ADD COLUMN sequence bigint NOT NULL DEFAULT 0,
                       ADD COLUMN chain_head text NOT NULL DEFAULT '';

-- A trial looks for what was opened in a period. Rows lie by time, so this index is tiny.
CREATE INDEX watches_opened ON watches USING brin (opened_at);
