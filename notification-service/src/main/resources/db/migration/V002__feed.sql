-- What the other services told in public, in the order it was committed here: the feed and the
-- webhooks read it. Append-only; a cursor is (tx, no) of the last row read. A row is shown only
-- when every transaction older than its own has ended, so nothing ever appears before a cursor.
CREATE TABLE event_log (
    no          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tx          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    key         text        NOT NULL,
    sequence    bigint      NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    region      text        NOT NULL,
    province    text,
    city        text,
    county      text,
    town        text,
    village     text,
    department  text,
    party       text,
    data        jsonb       NOT NULL,
    UNIQUE (source, event_id)
);
CREATE INDEX event_log_order ON event_log (tx, no);
-- one reader's part of it, in order
CREATE INDEX event_log_department ON event_log (department, tx, no);
CREATE INDEX event_log_county ON event_log (county, tx, no);
CREATE INDEX event_log_city ON event_log (city, tx, no);
CREATE INDEX event_log_province ON event_log (province, tx, no);
-- replay from an instant, and what is past its keeping
CREATE INDEX event_log_recorded ON event_log (recorded_at);
