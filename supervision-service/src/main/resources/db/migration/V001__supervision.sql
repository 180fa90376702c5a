-- Facts of a case: one row a case, loaded and written whole. The head names and places the case;
-- the tally is what the case contributes to the indicators now, so that a change adds a difference.
CREATE TABLE dossiers (
    case_id  text        PRIMARY KEY,
    sequence bigint      NOT NULL,
    known_at timestamptz NOT NULL,
    head     jsonb       NOT NULL,
    facts    jsonb       NOT NULL,
    tally    jsonb       NOT NULL
);

-- Watches. Due columns, findings and the course are written by the one derivation only.
CREATE TABLE watches (
    id               text        PRIMARY KEY,
    case_id          text        NOT NULL,
    case_number      text        NOT NULL,
    kind             text        NOT NULL,
    item_code        text,
    item_version     integer,
    item_name        text        NOT NULL,
    source           text,
    party            text,
    channel          text        NOT NULL,
    region           text        NOT NULL,
    province         text,
    city             text,
    county           text,
    town             text,
    village          text,
    department       text,
    state            text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    closed_at        timestamptz,
    legal_due        timestamptz,
    promised_due     timestamptz,
    declared_due     timestamptz,
    due              timestamptz NOT NULL,
    instants_only    boolean     NOT NULL,
    promised_days    integer,
    immediate        boolean     NOT NULL,
    fed              boolean     NOT NULL,
    provisional      boolean     NOT NULL,
    item_known       boolean     NOT NULL,
    calendar_region  text,
    calendar_version text,
    findings         jsonb       NOT NULL,
    course           jsonb       NOT NULL,
    known_at         timestamptz NOT NULL,
    case_sequence    bigint      NOT NULL,
    standing         text,
    next_colour      text,
    next_crossing_at timestamptz,
    held_for         text,
    stale            boolean     NOT NULL
);
-- The sweep looks only at what crosses: neither closed watches without a pending card nor held ones.
CREATE INDEX watches_crossing ON watches (next_colour, next_crossing_at)
    WHERE next_crossing_at IS NOT NULL AND held_for IS NULL AND NOT stale;
CREATE INDEX watches_held ON watches (held_for) WHERE held_for IS NOT NULL;
CREATE INDEX watches_stale ON watches (case_id) WHERE stale;
CREATE INDEX watches_case ON watches (case_id);
CREATE INDEX watches_source ON watches (source) WHERE source IS NOT NULL;
-- Work lists: what runs out first, by how far the caller sees; what has no due date comes last.
CREATE INDEX watches_open_county ON watches (county, due, id) WHERE state <> 'CLOSED';
CREATE INDEX watches_open_city ON watches (city, due, id) WHERE state <> 'CLOSED';
CREATE INDEX watches_open_province ON watches (province, due, id) WHERE state <> 'CLOSED';
CREATE INDEX watches_open_department ON watches (department, due, id) WHERE state <> 'CLOSED';
CREATE INDEX watches_open_item ON watches (item_code, item_version) WHERE state <> 'CLOSED';
CREATE INDEX watches_county ON watches (county, due, id);
CREATE INDEX watches_city ON watches (city, due, id);
CREATE INDEX watches_province ON watches (province, due, id);
CREATE INDEX watches_department ON watches (department, due, id);

-- Cards are acts: what was drawn never changes, only what people do with it.
CREATE TABLE cards (
    id               text        PRIMARY KEY,
    watch_id         text        NOT NULL,
    case_id          text        NOT NULL,
    case_number      text        NOT NULL,
    kind             text        NOT NULL,
    item_code        text,
    item_name        text        NOT NULL,
    source           text,
    party            text,
    channel          text        NOT NULL,
    region           text        NOT NULL,
    province         text,
    city             text,
    county           text,
    town             text,
    village          text,
    department       text,
    colour           text        NOT NULL,
    rule_code        text        NOT NULL,
    rule_version     integer     NOT NULL,
    ground           text        NOT NULL,
    recipients       jsonb       NOT NULL,
    threshold        timestamptz NOT NULL,
    due              timestamptz NOT NULL,
    over_by          text        NOT NULL,
    calendar_region  text,
    calendar_version text,
    case_sequence    bigint      NOT NULL,
    known_at         timestamptz NOT NULL,
    issuer           text        NOT NULL,
    issued_at        timestamptz NOT NULL,
    appeal_until     timestamptz NOT NULL,
    state            text        NOT NULL,
    appellant        text,
    proposed_cause   text,
    proposed_at      timestamptz,
    revoked          boolean     NOT NULL,
    acts             jsonb       NOT NULL,
    version          bigint      NOT NULL,
    chain_head       text        NOT NULL,
    UNIQUE (watch_id, rule_code)
);
CREATE INDEX cards_county ON cards (county, issued_at, id);
CREATE INDEX cards_city ON cards (city, issued_at, id);
CREATE INDEX cards_province ON cards (province, issued_at, id);
CREATE INDEX cards_department ON cards (department, issued_at, id);
CREATE INDEX cards_issued_at ON cards (issued_at, id);
CREATE INDEX cards_source ON cards (source, colour) WHERE source IS NOT NULL;

-- Exact sums by day and place; every column but the key only ever changes by differences.
CREATE TABLE indicators (
    day                     date   NOT NULL,
    region                  text   NOT NULL,
    department              text   NOT NULL,
    item_code               text   NOT NULL,
    channel                 text   NOT NULL,
    province                text,
    city                    text,
    county                  text,
    town                    text,
    village                 text,
    submitted               bigint NOT NULL DEFAULT 0,
    accepted                bigint NOT NULL DEFAULT 0,
    accepted_immediate      bigint NOT NULL DEFAULT 0,
    accepted_legal_days     bigint NOT NULL DEFAULT 0,
    accepted_promised_days  bigint NOT NULL DEFAULT 0,
    refused                 bigint NOT NULL DEFAULT 0,
    finished                bigint NOT NULL DEFAULT 0,
    finished_early          bigint NOT NULL DEFAULT 0,
    finished_late           bigint NOT NULL DEFAULT 0,
    measured                bigint NOT NULL DEFAULT 0,
    measured_legal_days     bigint NOT NULL DEFAULT 0,
    measured_promised_days  bigint NOT NULL DEFAULT 0,
    measured_used_days      bigint NOT NULL DEFAULT 0,
    withdrawn               bigint NOT NULL DEFAULT 0,
    reports                 bigint NOT NULL DEFAULT 0,
    reports_late            bigint NOT NULL DEFAULT 0,
    report_lag_seconds      bigint NOT NULL DEFAULT 0,
    cards_blue              bigint NOT NULL DEFAULT 0,
    cards_yellow            bigint NOT NULL DEFAULT 0,
    cards_red               bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (day, region, department, item_code, channel)
);
CREATE INDEX indicators_county ON indicators (county, day);
CREATE INDEX indicators_city ON indicators (city, day);
CREATE INDEX indicators_province ON indicators (province, day);
CREATE INDEX indicators_department ON indicators (department, day);

-- When a feed of old news was last heard: its watches are judged only after it fell silent.
CREATE TABLE feeds (
    name     text        PRIMARY KEY,
    heard_at timestamptz NOT NULL
);

-- Calendars of the catalog; earlier versions stay, because a card must be explained by its own.
CREATE TABLE calendars (
    region  text    NOT NULL,
    year    integer NOT NULL,
    version integer NOT NULL,
    body    jsonb   NOT NULL,
    PRIMARY KEY (region, year, version)
);

-- Limits of the item versions of the catalog.
CREATE TABLE items (
    code    text    NOT NULL,
    version integer NOT NULL,
    body    jsonb   NOT NULL,
    PRIMARY KEY (code, version)
);

-- Limits of the clocks that no item states, by region and day.
CREATE TABLE watch_terms (
    kind           text    NOT NULL,
    region         text    NOT NULL,
    amount         integer NOT NULL,
    unit           text    NOT NULL,
    ground         text    NOT NULL,
    effective_from date    NOT NULL,
    effective_to   date,
    PRIMARY KEY (kind, region, effective_from)
);

CREATE TABLE card_rules (
    code           text    NOT NULL,
    version        integer NOT NULL,
    region         text    NOT NULL,
    item_code      text,
    kind           text    NOT NULL,
    colour         text    NOT NULL,
    measure        text    NOT NULL,
    amount         integer NOT NULL,
    unit           text    NOT NULL,
    limit_from     integer,
    limit_to       integer,
    priority       integer NOT NULL,
    ground         text    NOT NULL,
    recipients     jsonb   NOT NULL,
    effective_from date    NOT NULL,
    effective_to   date,
    PRIMARY KEY (code, version)
);
