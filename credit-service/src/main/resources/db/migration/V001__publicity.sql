-- Working-day calendars as the catalog told them: a projection, rebuilt from its state topic.
CREATE TABLE calendar_years (
    region text    NOT NULL,
    year   integer NOT NULL,
    hash   text    NOT NULL,
    body   jsonb   NOT NULL,
    PRIMARY KEY (region, year)
);

-- Rules of publicity: data with region, item and effective interval.
CREATE TABLE publicity_rules (
    id              text    PRIMARY KEY,
    region          text    NOT NULL,
    item_code       text,
    effective_from  date    NOT NULL,
    effective_to    date,
    working_days    integer NOT NULL CHECK (working_days > 0),
    warn_from       integer NOT NULL CHECK (warn_from BETWEEN 1 AND working_days),
    natural_persons text    NOT NULL CHECK (natural_persons IN ('DEIDENTIFIED', 'WITHHELD')),
    release         text    NOT NULL CHECK (release IN ('AT_ONCE', 'BY_OFFICER')),
    licence_kind    text    NOT NULL,
    ground          text    NOT NULL
);
CREATE INDEX publicity_rules_region ON publicity_rules (region, effective_from);

INSERT INTO publicity_rules VALUES
    ('publicity-licence-1', '100000000000', NULL, DATE '2015-01-01', NULL, 7, 5,
     'DEIDENTIFIED', 'AT_ONCE', '普通', '行政许可和行政处罚等信用信息公示: 7 个工作日');

CREATE TABLE publicity_records (
    id              text        PRIMARY KEY,
    version         bigint      NOT NULL,
    chain_head      text        NOT NULL,
    region          text        NOT NULL,
    province        text,
    city            text,
    county          text,
    town            text,
    village         text,
    department      text,
    party           text,
    case_id         text        NOT NULL,
    decision_number text        NOT NULL,
    decided_on      date        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('PENDING', 'PUBLISHED', 'WITHHELD')),
    release         text        NOT NULL,
    due             date,
    published_at    timestamptz,
    published_on    date,
    body            jsonb       NOT NULL,
    -- a decision has one record, however often it is told
    CONSTRAINT publicity_records_decision UNIQUE (case_id, decision_number)
);
-- what the job looks for: small, because it empties it
CREATE INDEX publicity_records_job ON publicity_records (id)
    WHERE state = 'PENDING' AND release = 'AT_ONCE';
-- what a changed calendar has to look at
CREATE INDEX publicity_records_pending ON publicity_records (id) WHERE state = 'PENDING';
-- the public list, newest first, of the country or a region
CREATE INDEX publicity_records_public ON publicity_records (published_at DESC, id DESC)
    WHERE state = 'PUBLISHED';
CREATE INDEX publicity_records_public_province
    ON publicity_records (province, published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX publicity_records_public_city
    ON publicity_records (city, published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX publicity_records_public_county
    ON publicity_records (county, published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX publicity_records_public_town
    ON publicity_records (town, published_at DESC, id DESC) WHERE state = 'PUBLISHED';
-- officers' lists
CREATE INDEX publicity_records_province ON publicity_records (province, id DESC);
CREATE INDEX publicity_records_city ON publicity_records (city, id DESC);
CREATE INDEX publicity_records_county ON publicity_records (county, id DESC);
CREATE INDEX publicity_records_department ON publicity_records (department, id DESC);
-- the rate by period
CREATE INDEX publicity_records_due ON publicity_records (due);
