CREATE TABLE regions (
    code    text PRIMARY KEY,
    name    text   NOT NULL,
    level   text   NOT NULL,
    parent  text,
    version bigint NOT NULL
);
CREATE INDEX regions_parent ON regions (parent, code);

CREATE TABLE calendars (
    region       text        NOT NULL,
    year         integer     NOT NULL,
    version      integer     NOT NULL,
    hash         text        NOT NULL,
    provisional  boolean     NOT NULL,
    content      jsonb       NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (region, year, version)
);

CREATE TABLE departments (
    code     text PRIMARY KEY,
    name     text    NOT NULL,
    uscc     text    NOT NULL UNIQUE,
    region   text    NOT NULL,
    province text,
    city     text,
    county   text,
    town     text,
    village  text,
    parent   text REFERENCES departments (code),
    made_up  boolean NOT NULL,
    version  bigint  NOT NULL,
    UNIQUE (region, name)
);

CREATE TABLE officers (
    username   text PRIMARY KEY,
    name       text NOT NULL,
    role       text NOT NULL,
    department text NOT NULL REFERENCES departments (code),
    region     text NOT NULL
);
CREATE INDEX officers_department ON officers (department, username);

-- Accounts and groups still to be made at the identity provider; done ones stay as the answer to "is it done?".
CREATE TABLE provisioning (
    kind            text        NOT NULL,
    key             text        NOT NULL,
    state           text        NOT NULL,
    reason          text,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX provisioning_due ON provisioning (next_attempt_at) WHERE state = 'PENDING';

CREATE TABLE items (
    code           text PRIMARY KEY,
    region         text    NOT NULL,
    province       text,
    city           text,
    county         text,
    town           text,
    village        text,
    department     text    NOT NULL REFERENCES departments (code),
    name           text    NOT NULL COLLATE "C",
    name_key       text    NOT NULL,
    grams          text[]  NOT NULL,
    objects        text[]  NOT NULL,
    status         text    NOT NULL,
    status_reason  text,
    latest         integer NOT NULL,
    cancelled_from date,
    summary        jsonb   NOT NULL,
    draft          jsonb,
    version        bigint  NOT NULL,
    chain_head     text    NOT NULL
);
-- Names are searched by pairs of characters: trigrams would miss the two-character words of Chinese.
CREATE INDEX items_grams ON items USING gin (grams);
CREATE INDEX items_listed ON items (name, code) WHERE status <> 'DRAFT';
CREATE INDEX items_region ON items (region, name, code);
CREATE INDEX items_department ON items (department, name, code);
CREATE INDEX items_cancellations ON items (cancelled_from) WHERE cancelled_from IS NOT NULL AND status <> 'CANCELLED';

CREATE TABLE item_versions (
    code           text        NOT NULL REFERENCES items (code),
    number         integer     NOT NULL,
    content        jsonb       NOT NULL,
    hash           text        NOT NULL,
    effective_from date        NOT NULL,
    published_at   timestamptz NOT NULL,
    announced      bigint      NOT NULL,
    PRIMARY KEY (code, number)
);

-- A published version is what cases were accepted under: nobody changes it, not even by hand.
CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published version cannot be changed: % version %', OLD.code, OLD.number;
END $$;
CREATE TRIGGER item_versions_immutable BEFORE UPDATE ON item_versions FOR EACH ROW
    WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.hash <> NEW.hash
          OR OLD.effective_from <> NEW.effective_from OR OLD.published_at <> NEW.published_at)
    EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER item_versions_kept BEFORE DELETE ON item_versions FOR EACH ROW
    EXECUTE FUNCTION refuse_change_of_published();
