-- What upper levels' lists have that this one has not, told once for each state of a list.
CREATE TABLE upstream_reports (
    id         text PRIMARY KEY,
    upstream   text        NOT NULL,
    region     text        NOT NULL,
    seen_at    timestamptz NOT NULL,
    content    text        NOT NULL,
    state      text        NOT NULL,
    lines      jsonb       NOT NULL,
    bundle     text        NOT NULL,
    settled_by text,
    settled_at timestamptz,
    note       text,
    previous   text        NOT NULL,
    -- Of two replicas that look at once, one reports.
    UNIQUE (upstream, previous)
);
CREATE INDEX upstream_reports_listed ON upstream_reports (upstream, id DESC);

CREATE TABLE upstream_looks (
    upstream text PRIMARY KEY,
    at       timestamptz NOT NULL,
    failure  text
);
