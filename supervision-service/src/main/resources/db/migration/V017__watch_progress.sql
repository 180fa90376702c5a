-- How far a watch has come, beside the watch: a card drawn rewrites this narrow row with its two entries,
-- not the wide one that stands in seven lists. Whoever judges a watch locks this row.
CREATE TABLE watch_progress (
    id               text    PRIMARY KEY,
    case_id          text    NOT NULL,
    standing         text,
    next_colour      text,
    next_crossing_at timestamptz,
    held_for         text,
    stale            boolean NOT NULL
) WITH (fillfactor = 80);
INSERT INTO watch_progress
SELECT id, case_id, standing, next_colour, next_crossing_at, held_for, stale FROM watches;
DROP INDEX watches_crossing, watches_held, watches_stale;
ALTER TABLE watches DROP COLUMN standing, DROP COLUMN next_colour, DROP COLUMN next_crossing_at,
                    DROP COLUMN held_for, DROP COLUMN stale;

-- The sweep looks only at what crosses, and goes on where its last batch ended.
CREATE INDEX watch_progress_crossing ON watch_progress (next_colour, next_crossing_at, id)
    WHERE next_crossing_at IS NOT NULL AND held_for IS NULL AND NOT stale;
CREATE INDEX watch_progress_held ON watch_progress (held_for) WHERE held_for IS NOT NULL;
CREATE INDEX watch_progress_stale ON watch_progress (case_id) WHERE stale;
