-- Subscriptions of department systems. The secrets in keys are ciphertexts.
CREATE TABLE webhooks (
    id          text        PRIMARY KEY,
    version     bigint      NOT NULL,
    chain_head  text        NOT NULL,
    name        text        NOT NULL,
    region      text        NOT NULL,
    province    text,
    city        text,
    county      text,
    town        text,
    village     text,
    department  text,
    party       text,
    url         text        NOT NULL,
    mode        text        NOT NULL CHECK (mode IN ('BINARY', 'STRUCTURED')),
    types       text[]      NOT NULL,
    keys        jsonb       NOT NULL,
    state       text        NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'ENDED')),
    pause_cause text,
    created_at  timestamptz NOT NULL
);
CREATE INDEX webhooks_department ON webhooks (department, id DESC);
CREATE INDEX webhooks_county ON webhooks (county, id DESC);
CREATE INDEX webhooks_city ON webhooks (city, id DESC);
CREATE INDEX webhooks_province ON webhooks (province, id DESC);
CREATE INDEX webhooks_active ON webhooks (id) WHERE state = 'ACTIVE';

-- How far the log is laid out into deliveries; locked by whoever lays out, taken before lanes.
CREATE TABLE webhook_positions (
    webhook text   PRIMARY KEY REFERENCES webhooks,
    tx      xid8   NOT NULL,
    no      bigint NOT NULL
);

-- Whether the other end answers; touched when that changes, taken after lanes.
CREATE TABLE webhook_health (
    webhook       text PRIMARY KEY REFERENCES webhooks,
    failing_since timestamptz,
    failures      int  NOT NULL DEFAULT 0,
    refusals      int  NOT NULL DEFAULT 0,
    rest_until    timestamptz
);

-- One row a key with something to deliver: whoever holds its lease sends that key's events in order.
-- due_at lies beyond the lease while it is held, and at infinity while a dead letter stops the key.
CREATE TABLE webhook_lanes (
    webhook text        NOT NULL REFERENCES webhooks,
    key     text        NOT NULL,
    due_at  timestamptz NOT NULL,
    lease   text,
    PRIMARY KEY (webhook, key)
);
CREATE INDEX webhook_lanes_due ON webhook_lanes (webhook, due_at);

CREATE TABLE webhook_deliveries (
    webhook         text        NOT NULL REFERENCES webhooks,
    event_no        bigint      NOT NULL,
    key             text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('OPEN', 'DELIVERED', 'DEAD', 'DISMISSED')),
    attempts        int         NOT NULL DEFAULT 0,
    last_attempt_at timestamptz,
    last_status     int,
    last_outcome    text,
    settled_at      timestamptz,
    PRIMARY KEY (webhook, event_no)
);
-- what may not leave the log yet
CREATE INDEX webhook_deliveries_event ON webhook_deliveries (event_no) WHERE state IN ('OPEN', 'DEAD');
-- the head of a lane, and whether anything is left in it
CREATE INDEX webhook_deliveries_lane ON webhook_deliveries (webhook, key, event_no) WHERE state IN ('OPEN', 'DEAD');
CREATE INDEX webhook_deliveries_dead ON webhook_deliveries (webhook, event_no) WHERE state = 'DEAD';
CREATE INDEX webhook_deliveries_settled ON webhook_deliveries (settled_at) WHERE state IN ('DELIVERED', 'DISMISSED');

CREATE TABLE webhook_attempts (
    webhook  text        NOT NULL,
    event_no bigint      NOT NULL,
    at       timestamptz NOT NULL,
    status   int,
    outcome  text        NOT NULL,
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);
CREATE INDEX webhook_attempts_of ON webhook_attempts (webhook, event_no, id);

-- How long to wait before the next try; when no step is left, it is a dead letter.
CREATE TABLE retry_schedules (
    channel text   NOT NULL,
    step    int    NOT NULL,
    wait_s  bigint NOT NULL,
    PRIMARY KEY (channel, step)
);
INSERT INTO retry_schedules (channel, step, wait_s)
VALUES ('WEBHOOK', 1, 10), ('WEBHOOK', 2, 30), ('WEBHOOK', 3, 60), ('WEBHOOK', 4, 120),
       ('WEBHOOK', 5, 300), ('WEBHOOK', 6, 600), ('WEBHOOK', 7, 1200), ('WEBHOOK', 8, 2400),
       ('WEBHOOK', 9, 3600), ('WEBHOOK', 10, 3600), ('WEBHOOK', 11, 3600), ('WEBHOOK', 12, 7200),
       ('WEBHOOK', 13, 7200), ('WEBHOOK', 14, 7200), ('WEBHOOK', 15, 7200), ('WEBHOOK', 16, 7200),
       ('WEBHOOK', 17, 7200), ('WEBHOOK', 18, 7200), ('WEBHOOK', 19, 7200), ('WEBHOOK', 20, 7200),
       ('WEBHOOK', 21, 7200),
       ('EMAIL', 1, 60), ('EMAIL', 2, 300), ('EMAIL', 3, 1800), ('EMAIL', 4, 7200),
       ('EMAIL', 5, 14400), ('EMAIL', 6, 28800), ('EMAIL', 7, 28800);

-- jitter_percent is added at most; a subscription that fails for pause_after_s without one success,
-- or refuses so many events in a row, is paused.
CREATE TABLE retry_limits (
    channel           text   PRIMARY KEY,
    jitter_percent    int    NOT NULL,
    pause_after_s     bigint NOT NULL,
    pause_at_refusals int    NOT NULL
);
INSERT INTO retry_limits (channel, jitter_percent, pause_after_s, pause_at_refusals)
VALUES ('WEBHOOK', 10, 86400, 20), ('EMAIL', 10, 86400, 0);
