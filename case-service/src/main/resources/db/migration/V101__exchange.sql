-- Department systems that feed cases. Few rows.
CREATE TABLE exchange_source (
    code       text        PRIMARY KEY,
    id         text        NOT NULL UNIQUE,
    client_id  text        NOT NULL UNIQUE,
    version    bigint      NOT NULL,
    chain_head text        NOT NULL,
    changed_at timestamptz NOT NULL,
    body       jsonb       NOT NULL
);

-- One page a source case. Its row is the lock under which all messages of the case are taken,
-- whichever way they come; its flags are derived from the case and kept for counting.
CREATE TABLE exchange_case (
    source           text    NOT NULL REFERENCES exchange_source (code),
    source_case      text    NOT NULL,
    case_id          text    UNIQUE REFERENCES cases (id),
    department       text,
    next_sequence    bigint  NOT NULL DEFAULT 1,
    waiting          integer NOT NULL DEFAULT 0,
    duplicates       bigint  NOT NULL DEFAULT 0,
    received_at      timestamptz,
    ended_at         timestamptz,
    after_end        boolean NOT NULL DEFAULT false,
    end_before_start boolean NOT NULL DEFAULT false,
    PRIMARY KEY (source, source_case)
) WITH (fillfactor = 80);

-- Every message that is in a case, or waits for its predecessor: one row a key.
CREATE TABLE exchange_message (
    source      text        NOT NULL,
    source_case text        NOT NULL,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    hash        text        NOT NULL,
    waiting     boolean     NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    path        text        NOT NULL,
    payload     text        NOT NULL,
    PRIMARY KEY (source, source_case, sequence)
);
CREATE INDEX exchange_message_waiting ON exchange_message (source, recorded_at, source_case, sequence)
    WHERE waiting;

-- Contradictions for a person to look at; the same one again is only counted.
CREATE TABLE exchange_conflict (
    id          text        PRIMARY KEY,
    source      text        NOT NULL,
    source_case text        NOT NULL,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    kind        text        NOT NULL,
    hash        text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    payload     text        NOT NULL,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    times       bigint      NOT NULL,
    UNIQUE (source, source_case, sequence, type, hash)
);
CREATE INDEX exchange_conflict_newest ON exchange_conflict (first_at DESC, id DESC);

-- What could not be taken, as it came and why; the same message again is only counted.
CREATE TABLE exchange_rejection (
    id          text        PRIMARY KEY,
    source      text        NOT NULL,
    fingerprint text        NOT NULL,
    source_case text,
    type        text,
    sequence    bigint,
    reasons     text        NOT NULL,
    attributes  text        NOT NULL,
    payload     bytea       NOT NULL,
    path        text        NOT NULL,
    state       text        NOT NULL,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    times       bigint      NOT NULL,
    UNIQUE (source, fingerprint)
);
CREATE INDEX exchange_rejection_open ON exchange_rejection (first_at DESC, id DESC)
    WHERE state = 'OPEN';
-- A key that is taken in the end settles what was refused under it.
CREATE INDEX exchange_rejection_key ON exchange_rejection (source, source_case, sequence)
    WHERE state = 'OPEN';

-- How far each topic was taken, in the transaction of what was taken.
CREATE TABLE exchange_offset (
    topic_id    text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic_id, partition)
);
