-- A dossier is written again with every fact of its case: there is room for it on its page, and it is
-- not packed as long as a page takes it. Watches and cards change less often.
ALTER TABLE dossiers SET (fillfactor = 60, toast_tuple_target = 8160);
ALTER TABLE watches SET (fillfactor = 80, toast_tuple_target = 8160);
ALTER TABLE cards SET (fillfactor = 80, toast_tuple_target = 8160);

-- The sweep goes on where its last batch ended, among many thresholds of one instant too.
DROP INDEX watches_crossing;
CREATE INDEX watches_crossing ON watches (next_colour, next_crossing_at, id)
    WHERE next_crossing_at IS NOT NULL AND held_for IS NULL AND NOT stale;
