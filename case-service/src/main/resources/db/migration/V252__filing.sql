-- Begun and not yet handed in; of its owner only. What is filled in is encrypted.
CREATE TABLE draft (
    id         text        PRIMARY KEY,
    owner      text        NOT NULL,
    item_code  text        NOT NULL,
    body       text        NOT NULL,
    version    bigint      NOT NULL,
    begun_at   timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX draft_owner ON draft (owner, changed_at, id);
CREATE INDEX draft_changed ON draft (changed_at);

-- How a case came in, beyond its channel.
CREATE TABLE filing (
    case_id        text PRIMARY KEY,
    province       text NOT NULL,
    city           text,
    county         text,
    town           text,
    village        text,
    department     text,
    party          text,
    case_number    text NOT NULL,
    item_name      text NOT NULL,
    project_number text,
    green_reason   text,
    help           text,
    helper         text,
    relation       text,
    batch          text,
    filed_at       timestamptz NOT NULL
);
CREATE INDEX filing_project ON filing (project_number, filed_at, case_id) WHERE project_number IS NOT NULL;
CREATE INDEX filing_green ON filing (county, filed_at, case_id) WHERE green_reason IS NOT NULL;

-- Many applications in one hand-in, each with its own result.
CREATE TABLE case_batch (
    id       text        PRIMARY KEY,
    owner    text        NOT NULL,
    filed_at timestamptz NOT NULL,
    results  jsonb       NOT NULL
);
