-- Events on their way out. Rows live for milliseconds; the table is kept small by a busy vacuum.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    text        NOT NULL,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    sequence    bigint      NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    region      text        NOT NULL,
    department  text,
    traceparent text,
    payload     text,
    attempts    integer     NOT NULL DEFAULT 0
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_vacuum_cost_delay = 0);

-- What could not be sent after several tries: stops only its own key until an operator releases it.
CREATE TABLE outbox_quarantine (
    id             bigint      PRIMARY KEY,
    topic          text        NOT NULL,
    key            text        NOT NULL,
    reason         text        NOT NULL,
    quarantined_at timestamptz NOT NULL
);
CREATE INDEX outbox_quarantine_key ON outbox_quarantine (topic, key);

-- One row a subscription. A new generation reads its topic from the beginning again.
CREATE TABLE inbox_subscription (
    subscription text        PRIMARY KEY,
    generation   text        NOT NULL,
    feed_cursor  text,
    caught_up    boolean     NOT NULL DEFAULT false,
    started_at   timestamptz NOT NULL
);

-- Events already taken, by subscription.
CREATE TABLE inbox (
    subscription text        NOT NULL,
    event_id     text        NOT NULL,
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (subscription, event_id)
);
-- For the removal of rows that outlived the topic's retention.
CREATE INDEX inbox_received_at ON inbox (received_at);

-- Version guard by key: an older version never comes after a newer one.
CREATE TABLE inbox_key (
    subscription  text   NOT NULL,
    key           text   NOT NULL,
    last_sequence bigint NOT NULL,
    PRIMARY KEY (subscription, key)
);

-- A poisoned event (reason is set) and the later ones of its key, waiting for replay.
CREATE TABLE inbox_parked (
    subscription text        NOT NULL,
    event_id     text        NOT NULL,
    key          text        NOT NULL,
    sequence     bigint      NOT NULL,
    event        jsonb       NOT NULL,
    reason       text,
    parked_at    timestamptz NOT NULL,
    PRIMARY KEY (subscription, event_id)
);
CREATE INDEX inbox_parked_key ON inbox_parked (subscription, key, sequence);

-- Answers already given, by caller and key; the row commits together with its effect.
CREATE TABLE idempotency (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    operation    text        NOT NULL,
    request_hash text        NOT NULL,
    status       integer,
    headers      jsonb,
    body         jsonb,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_created_at ON idempotency (created_at);
