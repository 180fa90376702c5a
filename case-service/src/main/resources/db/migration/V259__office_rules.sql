-- What a region rules for its own offices: by region (inherited) and day, only added. The unit is the
-- kind's own. A table of its own: replicas of the version before read every kind of time_rule.
CREATE TABLE office_rule (
    id             bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region         text    NOT NULL,
    kind           text    NOT NULL,
    amount         integer NOT NULL CHECK (amount > 0),
    ground         text    NOT NULL,
    effective_from date    NOT NULL,
    added_by       text    NOT NULL DEFAULT 'platform',
    added_at       timestamptz
);
CREATE INDEX office_rule_kind ON office_rule (kind, region, effective_from);
INSERT INTO office_rule (region, kind, amount, ground, effective_from) VALUES
    ('100000000000', 'SUBSTITUTION_AT_MOST', 366, '平台默认', '2004-07-01'),
    ('100000000000', 'DRAFT_KEPT', 365, '平台默认', '2004-07-01'),
    ('100000000000', 'WINDOW_LOAD', 200, '平台默认', '2004-07-01');
CREATE RULE office_rule_kept AS ON DELETE TO office_rule DO INSTEAD NOTHING;
CREATE RULE office_rule_fixed AS ON UPDATE TO office_rule DO INSTEAD NOTHING;
