-- What a body does of its own accord: like items, a draft and the versions published from it. How a power
-- stands on a day follows from the days beside it.
CREATE TABLE powers (
    code           text PRIMARY KEY,
    region         text    NOT NULL,
    province       text,
    city           text,
    county         text,
    town           text,
    village        text,
    department     text    NOT NULL REFERENCES departments (code),
    name           text    NOT NULL COLLATE "C",
    item_type      text    NOT NULL,
    latest         integer NOT NULL,
    suspended      text,
    cancelled      text,
    cancelled_from date,
    draft          jsonb,
    review         jsonb,
    version        bigint  NOT NULL,
    chain_head     text    NOT NULL
);
CREATE INDEX powers_department ON powers (department, code);
CREATE INDEX powers_county ON powers (county, code);

CREATE TABLE power_versions (
    code           text        NOT NULL REFERENCES powers (code),
    number         integer     NOT NULL,
    content        jsonb       NOT NULL,
    hash           text        NOT NULL,
    effective_from date        NOT NULL,
    published_at   timestamptz NOT NULL,
    announced      bigint      NOT NULL,
    PRIMARY KEY (code, number)
);
CREATE TRIGGER power_versions_immutable BEFORE UPDATE ON power_versions FOR EACH ROW
    WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.hash <> NEW.hash
          OR OLD.effective_from <> NEW.effective_from OR OLD.published_at <> NEW.published_at)
    EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER power_versions_kept BEFORE DELETE ON power_versions FOR EACH ROW
    EXECUTE FUNCTION refuse_change_of_published();

-- A list of a body is read from its items in order of their code; names are in another order.
CREATE INDEX items_standing ON items (department, code) WHERE latest > 0;
