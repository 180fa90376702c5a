-- The directory of data resources (政务数据资源目录): what units have to fill in, the versions they have
-- filled in, and what other departments ask for.
CREATE TABLE data_resources (
    code           text PRIMARY KEY,
    region         text   NOT NULL,
    province       text,
    city           text,
    county         text,
    town           text,
    village        text,
    department     text   NOT NULL REFERENCES departments (code),
    name           text   NOT NULL,
    name_key       text   NOT NULL,
    due_from       date   NOT NULL,
    filled_from    date,
    withdrawn_from date,
    reason         text,
    version        bigint NOT NULL,
    chain_head     text   NOT NULL
);
CREATE INDEX data_resources_department ON data_resources (department, code);
CREATE INDEX data_resources_region ON data_resources (region, code);

CREATE TABLE data_resource_versions (
    code           text        NOT NULL REFERENCES data_resources (code),
    number         integer     NOT NULL,
    content        jsonb       NOT NULL,
    hash           text        NOT NULL,
    effective_from date        NOT NULL,
    published_at   timestamptz NOT NULL,
    announced      bigint      NOT NULL,
    PRIMARY KEY (code, number)
);
CREATE TRIGGER data_resource_versions_immutable BEFORE UPDATE ON data_resource_versions FOR EACH ROW
    WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.hash <> NEW.hash
          OR OLD.effective_from <> NEW.effective_from OR OLD.published_at <> NEW.published_at)
    EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER data_resource_versions_kept BEFORE DELETE ON data_resource_versions FOR EACH ROW
    EXECUTE FUNCTION refuse_change_of_published();

CREATE TABLE data_demands (
    id         text PRIMARY KEY,
    resource   text   NOT NULL REFERENCES data_resources (code),
    region     text   NOT NULL,
    province   text,
    city       text,
    county     text,
    town       text,
    village    text,
    provider   text   NOT NULL,
    asker      text   NOT NULL,
    item       text   NOT NULL,
    state      text   NOT NULL,
    body       jsonb  NOT NULL,
    version    bigint NOT NULL,
    chain_head text   NOT NULL
);
CREATE INDEX data_demands_provider ON data_demands (provider, id);
CREATE INDEX data_demands_asker ON data_demands (asker, id);
CREATE INDEX data_demands_resource ON data_demands (resource, id);
CREATE INDEX data_demands_item ON data_demands (item, id);
