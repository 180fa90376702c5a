-- Packages (一件事): like items, a draft and the versions published from it.
CREATE TABLE packages (
    code          text PRIMARY KEY,
    region        text    NOT NULL,
    province      text,
    city          text,
    county        text,
    town          text,
    village       text,
    department    text    NOT NULL REFERENCES departments (code),
    name          text    NOT NULL COLLATE "C",
    members       text[]  NOT NULL,
    status        text    NOT NULL,
    status_reason text,
    latest        integer NOT NULL,
    governing     integer NOT NULL,
    next_from     date,
    draft         jsonb,
    version       bigint  NOT NULL,
    chain_head    text    NOT NULL
);
CREATE INDEX packages_region ON packages (region, code);
-- "Which packages is this item in?"
CREATE INDEX packages_members ON packages USING gin (members);
CREATE INDEX packages_switches ON packages (next_from) WHERE next_from IS NOT NULL;

CREATE TABLE package_versions (
    code           text        NOT NULL REFERENCES packages (code),
    number         integer     NOT NULL,
    content        jsonb       NOT NULL,
    hash           text        NOT NULL,
    effective_from date        NOT NULL,
    published_at   timestamptz NOT NULL,
    announced      bigint      NOT NULL,
    PRIMARY KEY (code, number)
);
CREATE TRIGGER package_versions_immutable BEFORE UPDATE ON package_versions FOR EACH ROW
    WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.hash <> NEW.hash
          OR OLD.effective_from <> NEW.effective_from OR OLD.published_at <> NEW.published_at)
    EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER package_versions_kept BEFORE DELETE ON package_versions FOR EACH ROW
    EXECUTE FUNCTION refuse_change_of_published();
