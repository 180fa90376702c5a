-- Logs of departments' own systems, judged in retrospect. The events go when the cases are judged.
CREATE TABLE retrospects (
    id       text        PRIMARY KEY,
    name     text        NOT NULL,
    region   text        NOT NULL,
    province text,
    city     text,
    county   text,
    town     text,
    village  text,
    mapping  jsonb       NOT NULL,
    state    text        NOT NULL,
    failure  text,
    taken_by text        NOT NULL,
    at       timestamptz NOT NULL,
    done_at  timestamptz,
    events   bigint      NOT NULL
);
CREATE INDEX retrospects_waiting ON retrospects (id) WHERE state = 'WAITING';

CREATE TABLE retrospect_events (
    retrospect text        NOT NULL,
    position   bigint      NOT NULL,
    case_id    text        NOT NULL,
    activity   text        NOT NULL,
    at         timestamptz NOT NULL,
    recorded   timestamptz NOT NULL,
    department text,
    item       text,
    due        timestamptz
);
CREATE INDEX retrospect_events_log ON retrospect_events USING brin (retrospect);

CREATE TABLE retrospect_cases (
    retrospect          text        NOT NULL REFERENCES retrospects (id),
    case_id             text        NOT NULL,
    department          text,
    item                text,
    events              integer     NOT NULL,
    opened_at           timestamptz NOT NULL,
    closed_at           timestamptz,
    derived_due         timestamptz,
    declared_due        timestamptz,
    late                boolean     NOT NULL,
    undated             boolean     NOT NULL,
    blue                boolean     NOT NULL,
    yellow              boolean     NOT NULL,
    red                 boolean     NOT NULL,
    after_end           boolean     NOT NULL,
    end_before_start    boolean     NOT NULL,
    late_reports        integer     NOT NULL,
    longest_lag_seconds bigint      NOT NULL,
    cards               jsonb       NOT NULL,
    PRIMARY KEY (retrospect, case_id)
);
