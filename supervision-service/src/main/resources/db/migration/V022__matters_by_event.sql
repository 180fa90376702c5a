-- Departments' systems as the case service registers them: of whose matters each may tell.
CREATE TABLE sources (
    code             text    PRIMARY KEY,
    version          bigint  NOT NULL,
    region           text    NOT NULL,
    departments      text[]  NOT NULL,
    quota_per_minute integer NOT NULL
);

-- Milestones are numbered by whoever tells them and may come in any order; so far they came in theirs.
ALTER TABLE matters ADD COLUMN told bigint NOT NULL DEFAULT 0;
UPDATE matters SET told = version;
