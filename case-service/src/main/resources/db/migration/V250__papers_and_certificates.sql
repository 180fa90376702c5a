-- Pieces of a case with chains of their own: papers, documents, certificates.
CREATE TABLE dossier_piece (
    kind       text   NOT NULL,
    id         text   NOT NULL,
    case_id    text   NOT NULL,
    version    bigint NOT NULL,
    chain_head text   NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX dossier_piece_case ON dossier_piece (case_id);

-- Printed once and kept; the files lie in the vault under their digests.
CREATE TABLE paper (
    id            text        PRIMARY KEY,
    case_id       text        NOT NULL,
    kind          text        NOT NULL,
    number        text        NOT NULL,
    title         text        NOT NULL,
    holder_mask   text        NOT NULL,
    item_name     text        NOT NULL,
    authority     text        NOT NULL,
    dated         date        NOT NULL,
    pdf_digest    text        NOT NULL,
    ofd_digest    text        NOT NULL,
    printed_at    timestamptz NOT NULL,
    -- null for a certificate, which has a code of its own
    verify_hash   text        UNIQUE,
    verify_cipher text,
    UNIQUE (case_id, kind, number)
);

-- A certificate may have versions; the highest is the one that counts.
ALTER TABLE certificate DROP CONSTRAINT certificate_case_id_key;
ALTER TABLE certificate ADD COLUMN edition integer NOT NULL DEFAULT 1;
ALTER TABLE certificate ADD COLUMN predecessor text REFERENCES certificate (id);
CREATE UNIQUE INDEX certificate_edition ON certificate (case_id, edition);
CREATE UNIQUE INDEX certificate_predecessor ON certificate (predecessor) WHERE predecessor IS NOT NULL;

-- What became of certificates, and who used them for what. Rows are only added.
CREATE TABLE certificate_change (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    certificate_id text        NOT NULL REFERENCES certificate (id),
    before         text        NOT NULL,
    status         text        NOT NULL,
    ground         text        NOT NULL,
    reason         text        NOT NULL,
    changed_by     text        NOT NULL,
    at             timestamptz NOT NULL
);
CREATE INDEX certificate_change_of ON certificate_change (certificate_id, id);
CREATE TABLE certificate_use (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    certificate_id text        NOT NULL REFERENCES certificate (id),
    case_id        text,
    purpose        text        NOT NULL,
    consent_by     text        NOT NULL,
    used_by        text        NOT NULL,
    client         text        NOT NULL,
    department     text,
    at             timestamptz NOT NULL
);
CREATE INDEX certificate_use_of ON certificate_use (certificate_id, id);
CREATE RULE certificate_change_kept AS ON DELETE TO certificate_change DO INSTEAD NOTHING;
CREATE RULE certificate_change_fixed AS ON UPDATE TO certificate_change DO INSTEAD NOTHING;
CREATE RULE certificate_use_kept AS ON DELETE TO certificate_use DO INSTEAD NOTHING;
CREATE RULE certificate_use_fixed AS ON UPDATE TO certificate_use DO INSTEAD NOTHING;

-- The applicant's word that the result has arrived; once a case.
CREATE TABLE result_acknowledgement (
    case_id         text        PRIMARY KEY,
    acknowledged_by text        NOT NULL,
    by_role         text        NOT NULL,
    at              timestamptz NOT NULL
);
