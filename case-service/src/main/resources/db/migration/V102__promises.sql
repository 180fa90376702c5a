-- How long promised materials may follow: by region (inherited), item and day.
CREATE TABLE promise_rule (
    id             bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region         text    NOT NULL,
    -- null: for all items
    item_code      text,
    amount         integer NOT NULL CHECK (amount > 0),
    unit           text    NOT NULL,
    legal_ground   text    NOT NULL,
    effective_from date    NOT NULL,
    effective_to   date
);
CREATE INDEX promise_rule_region ON promise_rule (region, item_code);
INSERT INTO promise_rule (region, amount, unit, legal_ground, effective_from)
VALUES ('100000000000', 2, 'MONTH', '国办发〔2020〕42号', '2020-11-09');

-- What the credit service says, as a projection of its state topic.
CREATE TABLE restriction (
    subject text  PRIMARY KEY,
    body    jsonb NOT NULL
);

-- Projects of the market: what was told of them, and which procedure waits for the result. The row
-- is the lock under which the officer's suspension and the market's result meet.
CREATE TABLE market_project (
    id           text PRIMARY KEY,
    role         text,
    told_case    text,
    delivered_at timestamptz,
    case_id      text REFERENCES cases (id),
    procedure_id text
);

-- Indexes of what is derived from the facts, like the other due columns.
ALTER TABLE cases ADD COLUMN promise_state text;
-- When a timer has something to record: the lapse of a promise, the silence of an applicant.
ALTER TABLE cases ADD COLUMN timer_due timestamptz;
UPDATE cases
   SET timer_due = (SELECT (max((fact ->> 'answerBy')::date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                      FROM jsonb_array_elements(body -> 'facts') AS fact
                     WHERE fact ->> 'fact' = 'correction-requested')
 WHERE state = 'IN_CORRECTION' AND origin = 'APPLICATION';
CREATE INDEX cases_timer ON cases (timer_due) WHERE timer_due IS NOT NULL;
-- Few cases carry a promise; those whose promise is open or overdue are looked for.
CREATE INDEX cases_promise ON cases (promise_state, received_at, id) WHERE promise_state IS NOT NULL;
