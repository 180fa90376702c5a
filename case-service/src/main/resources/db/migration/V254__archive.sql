-- A finished case goes from the working table to the archive with its id; what refers to it refers
-- to either. Its history, seals and pieces stay where they are.
ALTER TABLE certificate DROP CONSTRAINT certificate_case_id_fkey;
ALTER TABLE document DROP CONSTRAINT document_case_id_fkey;
ALTER TABLE market_project DROP CONSTRAINT IF EXISTS market_project_case_id_fkey;
ALTER TABLE consultation DROP CONSTRAINT IF EXISTS consultation_case_id_fkey;

-- After how many months finished cases go; by region, inherited, from a day on, only added.
CREATE TABLE archive_rule (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region         text        NOT NULL,
    -- the significant digits of the region, none for the nation
    prefix         text        NOT NULL,
    months         integer     NOT NULL CHECK (months > 0),
    -- how long they must be kept at least; null for ever. Nothing is destroyed by itself.
    keep_years     integer,
    legal_ground   text        NOT NULL,
    effective_from date        NOT NULL,
    added_by       text        NOT NULL,
    UNIQUE (region, effective_from)
);
INSERT INTO archive_rule (region, prefix, months, keep_years, legal_ground, effective_from, added_by)
VALUES ('100000000000', '', 12, NULL, '档案法', '2020-01-01', 'platform');

CREATE TABLE case_archive (
    id               text        NOT NULL,
    ended_on         date        NOT NULL,
    archived_at      timestamptz NOT NULL,
    case_number      text        NOT NULL,
    query_number     text,
    province         text        NOT NULL,
    city             text,
    county           text,
    town             text,
    village          text,
    department       text,
    party            text,
    party_mask       text,
    item_code        text,
    item_name        text,
    state            text        NOT NULL,
    received_at      timestamptz NOT NULL,
    answer_due       timestamptz,
    legal_due        timestamptz,
    promised_due     timestamptz,
    declared_due     timestamptz,
    deliver_due      timestamptz,
    provisional      boolean     NOT NULL,
    calendar_region  text        NOT NULL,
    calendar_version text        NOT NULL,
    version          bigint      NOT NULL,
    chain_head       text        NOT NULL,
    form_cipher      text,
    body             jsonb       NOT NULL,
    PRIMARY KEY (id, ended_on)
) PARTITION BY RANGE (ended_on);
-- Found by number, and listed by receipt at every width of scope.
CREATE INDEX case_archive_number ON case_archive (case_number);
CREATE INDEX case_archive_received ON case_archive (received_at, id);
CREATE INDEX case_archive_county ON case_archive (county, received_at, id);
CREATE INDEX case_archive_department ON case_archive (department, received_at, id);
CREATE INDEX case_archive_party ON case_archive (party, received_at, id);

-- What is in the archive is not changed there.
CREATE FUNCTION case_archive_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'archived cases are not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER case_archive_fixed BEFORE UPDATE ON case_archive
    FOR EACH ROW EXECUTE FUNCTION case_archive_fixed();
