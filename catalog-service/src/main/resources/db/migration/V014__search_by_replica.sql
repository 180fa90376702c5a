-- Texts are looked up in an index that each replica keeps; here stands what can be found, once for
-- all of them, and is built again by the first replica that starts.
DROP TABLE search_entries;
CREATE TABLE search_entries (
    kind    text    NOT NULL,
    ref     text    NOT NULL,
    entry   jsonb,
    edition integer NOT NULL,
    number  bigint  NOT NULL,
    PRIMARY KEY (kind, ref)
);
-- A replica asks at each search what has changed since it last looked; an entry that is gone stays
-- as a row without content, for the replicas that still have it.
CREATE INDEX search_entries_changes ON search_entries (number, kind, ref);
