-- Whether a document was looked at by a scanner, and where it came from when nobody uploaded it.
ALTER TABLE document ADD COLUMN scan text NOT NULL DEFAULT 'NOT_SCANNED';
ALTER TABLE document ADD COLUMN source text NOT NULL DEFAULT 'UPLOAD';
ALTER TABLE document ADD COLUMN source_id text;
ALTER TABLE document ADD COLUMN purpose text;
ALTER TABLE document ADD COLUMN consent_by text;

-- A file that comes in parts. The parts are here only until the file is whole or given up.
CREATE TABLE upload (
    id            text        PRIMARY KEY,
    case_id       text        NOT NULL,
    material_code text,
    file_name     text        NOT NULL,
    size          bigint      NOT NULL,
    digest        text        NOT NULL,
    part_size     integer     NOT NULL,
    begun_by      text        NOT NULL,
    begun_at      timestamptz NOT NULL
);
CREATE INDEX upload_case ON upload (case_id);
CREATE INDEX upload_begun ON upload (begun_at);
CREATE TABLE upload_part (
    upload_id text    NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
    number    integer NOT NULL,
    content   bytea   NOT NULL,
    PRIMARY KEY (upload_id, number)
);
-- Already compressed: pictures and packages.
ALTER TABLE upload_part ALTER COLUMN content SET STORAGE EXTERNAL;
