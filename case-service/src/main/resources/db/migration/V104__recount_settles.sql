-- A replica may count by the calendar it remembers for a second after another one was published. So a
-- recount that has come to its end is not over: once every memory is fresh, and whatever was being
-- written then is committed, it looks again at the cases that were written meanwhile.
-- since: no transaction that was under way when the calendar was published is older.
ALTER TABLE recount
    ADD COLUMN since      xid8        NOT NULL DEFAULT pg_snapshot_xmin(pg_current_snapshot()),
    ADD COLUMN settles_at timestamptz,
    ADD COLUMN barrier    xid8;
