-- What the catalog has published, as projections of its state topics.
CREATE TABLE item_version (
    item_code      text    NOT NULL,
    version        integer NOT NULL,
    effective_from date    NOT NULL,
    body           jsonb   NOT NULL,
    PRIMARY KEY (item_code, version)
);

CREATE TABLE calendar_year (
    region  text    NOT NULL,
    year    integer NOT NULL,
    version integer NOT NULL,
    body    jsonb   NOT NULL,
    PRIMARY KEY (region, year)
);

-- Open cases of a region to be counted anew after a decree, as far as it has come.
CREATE TABLE recount (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region   text NOT NULL,
    decree   text,
    after_id text
);

CREATE TABLE party (
    id            text        PRIMARY KEY,
    kind          text        NOT NULL,
    region        text        NOT NULL,
    -- legal persons: the public name; natural persons: a mask
    shown_name    text        NOT NULL,
    uscc          text,
    number_mask   text        NOT NULL,
    phone_mask    text        NOT NULL,
    name_cipher   text,
    number_cipher text,
    -- keyed digest of citizen number or credit code: one party a number
    number_index  text        NOT NULL UNIQUE,
    phone_cipher  text,
    phone_index   text,
    created_at    timestamptz NOT NULL
);
CREATE INDEX party_phone ON party (phone_index) WHERE phone_index IS NOT NULL;

CREATE TABLE mandate (
    id         text        PRIMARY KEY,
    principal  text        NOT NULL REFERENCES party (id),
    agent      text        NOT NULL REFERENCES party (id),
    items      text[]      NOT NULL,
    valid_from date        NOT NULL,
    valid_to   date,
    given_by   text        NOT NULL,
    given_at   timestamptz NOT NULL,
    revoked_by text,
    revoked_at timestamptz
);
CREATE INDEX mandate_agent ON mandate (agent, principal);
CREATE INDEX mandate_principal ON mandate (principal);

-- Who read personal data in the clear, and why. Rows are only added.
CREATE TABLE disclosure (
    id         text        PRIMARY KEY,
    party      text        NOT NULL,
    case_id    text        NOT NULL,
    purpose    text        NOT NULL,
    subject    text        NOT NULL,
    client     text        NOT NULL,
    department text,
    at         timestamptz NOT NULL
);
CREATE INDEX disclosure_party ON disclosure (party, at);
CREATE RULE disclosure_kept AS ON DELETE TO disclosure DO INSTEAD NOTHING;
CREATE RULE disclosure_fixed AS ON UPDATE TO disclosure DO INSTEAD NOTHING;

-- The last case number given to an item on a day; taken in blocks.
CREATE TABLE case_number_block (
    item_code text    NOT NULL,
    day       date    NOT NULL,
    last      integer NOT NULL,
    PRIMARY KEY (item_code, day)
);
CREATE SEQUENCE serial_number INCREMENT BY 50;

CREATE TABLE cases (
    id               text        PRIMARY KEY,
    case_number      text        NOT NULL UNIQUE,
    query_number     text        UNIQUE,
    province         text        NOT NULL,
    city             text,
    county           text,
    town             text,
    village          text,
    department       text,
    party            text,
    party_mask       text,
    item_code        text,
    item_version     integer,
    item_name        text,
    case_kind        text,
    origin           text        NOT NULL,
    source           text,
    source_case      text,
    channel          text        NOT NULL,
    state            text        NOT NULL,
    open             boolean     NOT NULL,
    received_at      timestamptz NOT NULL,
    -- Due columns are indexes: written only by the derivation from the facts.
    answer_due       timestamptz,
    legal_due        timestamptz,
    promised_due     timestamptz,
    declared_due     timestamptz,
    -- The next thing due; the year 9999 where nothing is, so that it can be paged by.
    due              timestamptz NOT NULL,
    provisional      boolean     NOT NULL,
    calendar_region  text        NOT NULL,
    calendar_version text        NOT NULL,
    version          bigint      NOT NULL,
    chain_head       text        NOT NULL,
    form_cipher      text,
    body             jsonb       NOT NULL
) WITH (fillfactor = 80);

-- One source case is one case here.
CREATE UNIQUE INDEX cases_source ON cases (source, source_case) WHERE source IS NOT NULL;
-- Worklists: open cases by what is due next, at every width of scope.
CREATE INDEX cases_open_due ON cases (due, id) WHERE open;
CREATE INDEX cases_open_city_due ON cases (city, due, id) WHERE open;
CREATE INDEX cases_open_county_due ON cases (county, due, id) WHERE open;
CREATE INDEX cases_open_department_due ON cases (department, due, id) WHERE open;
CREATE INDEX cases_open_town_due ON cases (town, due, id) WHERE open AND town IS NOT NULL;
-- Case lists by receipt, open or not.
CREATE INDEX cases_received ON cases (received_at, id);
CREATE INDEX cases_county_received ON cases (county, received_at, id);
CREATE INDEX cases_department_received ON cases (department, received_at, id);
CREATE INDEX cases_town_received ON cases (town, received_at, id) WHERE town IS NOT NULL;
-- By number, and for the applicant.
CREATE INDEX cases_department_number ON cases (department, case_number);
CREATE INDEX cases_party_received ON cases (party, received_at, id);
-- The timer of deemed acceptance costs what is due, not what is open; never a fed case.
CREATE INDEX cases_silent ON cases (answer_due) WHERE answer_due IS NOT NULL AND origin = 'APPLICATION';
-- A recount goes through the open cases in the order of their ids.
CREATE INDEX cases_open_id ON cases (id) WHERE open AND origin = 'APPLICATION';

CREATE TABLE certificate (
    id            text        PRIMARY KEY,
    case_id       text        NOT NULL UNIQUE REFERENCES cases (id),
    number        text        NOT NULL,
    type          text        NOT NULL,
    name          text        NOT NULL,
    authority     text        NOT NULL,
    holder_mask   text        NOT NULL,
    item_name     text        NOT NULL,
    valid_from    date        NOT NULL,
    valid_to      date,
    issued_at     timestamptz NOT NULL,
    status        text        NOT NULL,
    verify_hash   text        NOT NULL UNIQUE,
    verify_cipher text        NOT NULL
);

CREATE TABLE document (
    id            text        PRIMARY KEY,
    case_id       text        NOT NULL REFERENCES cases (id),
    material_code text,
    file_name     text        NOT NULL,
    media_type    text        NOT NULL,
    size          bigint      NOT NULL,
    digest        text        NOT NULL,
    stored_at     timestamptz NOT NULL,
    stored_by     text        NOT NULL
);
CREATE INDEX document_case ON document (case_id, id);
