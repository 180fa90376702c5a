-- Whose desk an open case lies on, and by when what was granted is to be delivered: derived from the
-- facts like the due columns.
ALTER TABLE cases ADD COLUMN holder text;
ALTER TABLE cases ADD COLUMN deliver_due timestamptz;
-- My work by what is due next.
CREATE INDEX cases_holder_due ON cases (holder, due, id) WHERE open AND holder IS NOT NULL;
-- The pool of a department: what nobody holds.
CREATE INDEX cases_pool_due ON cases (department, due, id) WHERE open AND holder IS NULL;
-- What is to be delivered.
CREATE INDEX cases_deliver ON cases (department, deliver_due, id) WHERE deliver_due IS NOT NULL;

-- Officers as their accounts described them when they last signed on.
CREATE TABLE officer (
    subject      text        PRIMARY KEY,
    name         text        NOT NULL,
    region       text        NOT NULL,
    department   text        NOT NULL,
    roles        text[]      NOT NULL,
    signed_on_at timestamptz NOT NULL
);
CREATE INDEX officer_department ON officer (department, region);

-- Who acts for whom, from when until when. Rows are added and ended.
CREATE TABLE substitution (
    id          text        PRIMARY KEY,
    absent      text        NOT NULL REFERENCES officer (subject),
    substitute  text        NOT NULL REFERENCES officer (subject),
    region      text        NOT NULL,
    department  text        NOT NULL,
    roles       text[]      NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    reason      text        NOT NULL,
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_by    text
);
CREATE INDEX substitution_absent ON substitution (absent) WHERE ended_at IS NULL;
CREATE INDEX substitution_department ON substitution (department, valid_from) WHERE ended_at IS NULL;

-- Lengths of time that the law gives where the item is silent: by region (inherited) and day.
CREATE TABLE time_rule (
    id             bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region         text    NOT NULL,
    kind           text    NOT NULL,
    amount         integer NOT NULL CHECK (amount > 0),
    unit           text    NOT NULL,
    legal_ground   text    NOT NULL,
    effective_from date    NOT NULL,
    added_by       text    NOT NULL DEFAULT 'platform',
    added_at       timestamptz
);
INSERT INTO time_rule (region, kind, amount, unit, legal_ground, effective_from) VALUES
    ('100000000000', 'DELIVERY', 10, 'WORKING_DAY', '行政许可法 art. 44', '2004-07-01'),
    ('100000000000', 'CORRECTION', 30, 'CALENDAR_DAY', 'OneSeal', '2004-07-01'),
    ('100000000000', 'CONSULTATION', 5, 'WORKING_DAY', 'OneSeal', '2004-07-01');
CREATE RULE time_rule_kept AS ON DELETE TO time_rule DO INSTEAD NOTHING;
CREATE RULE time_rule_fixed AS ON UPDATE TO time_rule DO INSTEAD NOTHING;

-- Questions to other departments: an index over the bodies of cases, by who is asked.
CREATE TABLE consultation (
    id         text        PRIMARY KEY,
    case_id    text        NOT NULL REFERENCES cases (id),
    province   text        NOT NULL,
    city       text,
    county     text,
    town       text,
    village    text,
    department text        NOT NULL,
    -- nobody's own: a party reaches no consultation
    party      text,
    due        timestamptz NOT NULL,
    state      text        NOT NULL,
    waits      boolean     NOT NULL
);
CREATE INDEX consultation_waits ON consultation (department, due, id) WHERE waits;
