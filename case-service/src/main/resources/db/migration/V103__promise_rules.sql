-- Who added a rule and when. Rules are only added: a later one of the same region and item governs
-- from its first day on, and what was promised under an earlier one stays.
ALTER TABLE promise_rule ADD COLUMN added_by text NOT NULL DEFAULT 'platform';
ALTER TABLE promise_rule ADD COLUMN added_at timestamptz;
CREATE RULE promise_rule_kept AS ON DELETE TO promise_rule DO INSTEAD NOTHING;
CREATE RULE promise_rule_fixed AS ON UPDATE TO promise_rule DO INSTEAD NOTHING;
