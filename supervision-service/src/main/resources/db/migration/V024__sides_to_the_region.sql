-- Sums of one item by day and county were read from every cell of the county, city or province: an item's
-- cells come by an index of their own now.
CREATE INDEX indicators_item ON indicators (item_code, county, day);

-- Accepted cases keyed in beside a department's own system (二次录入), and those on a promise (告知承诺).
ALTER TABLE indicators            ADD COLUMN accepted_reentered  bigint NOT NULL DEFAULT 0,
                                  ADD COLUMN accepted_on_promise bigint NOT NULL DEFAULT 0;
ALTER TABLE indicator_differences ADD COLUMN accepted_reentered  bigint NOT NULL DEFAULT 0,
                                  ADD COLUMN accepted_on_promise bigint NOT NULL DEFAULT 0;
ALTER TABLE indicator_rollups     ADD COLUMN accepted_reentered  bigint NOT NULL DEFAULT 0,
                                  ADD COLUMN accepted_on_promise bigint NOT NULL DEFAULT 0;

-- A replica of the release before writes whole rows and knows nothing of these.
CREATE FUNCTION counts_none_of_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.accepted_reentered := 0;
    NEW.accepted_on_promise := 0;
    RETURN NEW;
END $$;
CREATE TRIGGER written_by_the_release_before BEFORE INSERT ON indicators
    FOR EACH ROW WHEN (NEW.accepted_reentered IS NULL) EXECUTE FUNCTION counts_none_of_it();

-- Sums by channel and day, and those of towns and villages, were read from the cells, too: a whole
-- province's for a year. CHANNEL and OFFICE, which keeps departments, too, keep the region of the case itself,
-- and WHOLE keeps it beside the county.
-- All else is as it was, so replicas of the release before go on answering rightly while they are replaced.
-- They may not fold any more: what they take out of the differences would be missing in the new sides.
CREATE FUNCTION knows_every_side() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('oneseal.sides', true) IS DISTINCT FROM 'V024' THEN
        RAISE EXCEPTION 'rollups are written by a newer release';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER written_on_every_side BEFORE INSERT ON indicator_rollups
    FOR EACH STATEMENT EXECUTE FUNCTION knows_every_side();

CREATE OR REPLACE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql
    SET work_mem = '256MB' SET maintenance_work_mem = '256MB' SET enable_sort = off AS $$
DECLARE
    counters text;
    sums     text;
    month    date;
    step     record;
BEGIN
    PERFORM set_config('oneseal.sides', 'V024', true);
    SELECT string_agg(attname, ', ' ORDER BY attnum), string_agg('total(' || attname || ')', ', ' ORDER BY attnum)
      INTO counters, sums
      FROM pg_attribute
     WHERE attrelid = 'indicator_rollups'::regclass AND attnum > 0 AND atttypid = 'bigint'::regtype;
    LOCK TABLE indicators IN SHARE ROW EXCLUSIVE MODE;
    TRUNCATE indicator_rollups, indicator_differences;
    -- Six million rows are ordered once faster than each finds its place.
    ALTER TABLE indicator_rollups DROP CONSTRAINT indicator_rollups_pkey;
    DROP INDEX indicator_rollups_department;
    FOR month IN
        SELECT generate_series(date_trunc('month', min(day)), max(day), '1 month') FROM indicators
    LOOP
        FOR step IN
            SELECT * FROM (VALUES
                ('WHOLE', 'REGION', 'MONTH', 'region', '$1'),
                ('OFFICE', 'REGION', 'DAY', 'region', 'day'),
                ('ITEM', 'CITY', 'DAY', 'left(region, 4)', 'day'))
                AS s(side, level, grain, place, start)
        LOOP
            EXECUTE format(
                'INSERT INTO indicator_rollups
                        (side, level, grain, place, start, department, item_code, channel, %s)
                 SELECT %L, %L, %L, %s, %s, %s, %s, %s, %s FROM indicators
                  WHERE day >= $1 AND day < ($1 + interval ''1 month'')::date
                  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8',
                counters, step.side, step.level, step.grain, step.place, step.start,
                CASE WHEN step.side IN ('OFFICE', 'WHOLE') THEN 'department' ELSE '''''' END,
                CASE WHEN step.side IN ('ITEM', 'WHOLE') THEN 'item_code' ELSE '''''' END,
                CASE WHEN step.side IN ('OFFICE', 'ITEM', 'WHOLE') THEN 'channel' ELSE '''''' END,
                sums)
            USING month;
        END LOOP;
    END LOOP;
    -- The others follow from these: months from days, a level from the one below it.
    FOR step IN
        SELECT * FROM (VALUES
            ('WHOLE', 'COUNTY', 'MONTH', 'left(place, 6)', 'start', 'WHOLE', 'REGION', 'MONTH'),
            ('ITEM', 'COUNTY', 'MONTH', 'place', 'start', 'WHOLE', 'COUNTY', 'MONTH'),
            ('OFFICE', 'REGION', 'MONTH', 'place', 'date_trunc(''month'', start)::date',
             'OFFICE', 'REGION', 'DAY'),
            ('CHANNEL', 'REGION', 'DAY', 'place', 'start', 'OFFICE', 'REGION', 'DAY'),
            ('CHANNEL', 'REGION', 'MONTH', 'place', 'start', 'OFFICE', 'REGION', 'MONTH'),
            ('DEPARTMENT', 'COUNTY', 'DAY', 'left(place, 6)', 'start', 'OFFICE', 'REGION', 'DAY'),
            ('DEPARTMENT', 'COUNTY', 'MONTH', 'place', 'date_trunc(''month'', start)::date',
             'DEPARTMENT', 'COUNTY', 'DAY'),
            ('TOTAL', 'COUNTY', 'DAY', 'place', 'start', 'DEPARTMENT', 'COUNTY', 'DAY'),
            ('TOTAL', 'COUNTY', 'MONTH', 'place', 'start', 'DEPARTMENT', 'COUNTY', 'MONTH'),
            ('ITEM', 'PROVINCE', 'DAY', 'left(place, 2)', 'start', 'ITEM', 'CITY', 'DAY'),
            ('ITEM', 'NATION', 'DAY', '''''', 'start', 'ITEM', 'PROVINCE', 'DAY'),
            ('ITEM', 'CITY', 'MONTH', 'left(place, 4)', 'start', 'ITEM', 'COUNTY', 'MONTH'),
            ('ITEM', 'PROVINCE', 'MONTH', 'left(place, 2)', 'start', 'ITEM', 'CITY', 'MONTH'),
            ('ITEM', 'NATION', 'MONTH', '''''', 'start', 'ITEM', 'PROVINCE', 'MONTH'))
            AS s(side, level, grain, place, start, from_side, from_level, from_grain)
    LOOP
        EXECUTE format(
            'INSERT INTO indicator_rollups
                    (side, level, grain, place, start, department, item_code, channel, %s)
             SELECT %L, %L, %L, %s, %s, %s, %s, %s, %s FROM indicator_rollups
              WHERE side = %L AND level = %L AND grain = %L
              GROUP BY 1, 2, 3, 4, 5, 6, 7, 8',
            counters, step.side, step.level, step.grain, step.place, step.start,
            CASE WHEN step.side IN ('DEPARTMENT', 'OFFICE', 'WHOLE') THEN 'department' ELSE '''''' END,
            CASE WHEN step.side IN ('ITEM', 'WHOLE') THEN 'item_code' ELSE '''''' END,
            CASE WHEN step.side IN ('OFFICE', 'CHANNEL', 'ITEM', 'WHOLE') THEN 'channel' ELSE '''''' END,
            sums, step.from_side, step.from_level, step.from_grain);
    END LOOP;
    ALTER TABLE indicator_rollups
        ADD PRIMARY KEY (side, level, grain, place, start, department, item_code, channel);
    CREATE INDEX indicator_rollups_department
        ON indicator_rollups (department, side, grain, start) WHERE side IN ('DEPARTMENT', 'OFFICE', 'WHOLE');
    ANALYZE indicator_rollups;
END $$;

SELECT pg_advisory_xact_lock(5716003977780218948);
SELECT rebuild_rollups();
