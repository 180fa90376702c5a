-- Sums of counts, which stay far below what a bigint holds and fail beyond it. sum(bigint) reckons in
-- numbers of any length: where a group has few rows, making and ending those took most of the answer.
CREATE AGGREGATE total(bigint) (
    SFUNC = int8pl, STYPE = bigint, COMBINEFUNC = int8pl, PARALLEL = SAFE);

-- All rollups anew from the days, a month at a time: what is being summed stays in memory, however many
-- years there are. The planner reckons with fifteen times as many groups as there are and would sort
-- each month. Whoever calls it keeps folding away meanwhile.
CREATE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql
    SET work_mem = '256MB' SET maintenance_work_mem = '256MB' SET enable_sort = off AS $$
DECLARE
    counters text;
    sums     text;
    month    date;
    step     record;
BEGIN
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
                ('WHOLE', 'COUNTY', 'MONTH', 'left(region, 6)', '$1'),
                ('DEPARTMENT', 'COUNTY', 'DAY', 'left(region, 6)', 'day'),
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
                CASE WHEN step.side IN ('DEPARTMENT', 'WHOLE') THEN 'department' ELSE '''''' END,
                CASE WHEN step.side IN ('ITEM', 'WHOLE') THEN 'item_code' ELSE '''''' END,
                CASE WHEN step.side IN ('ITEM', 'WHOLE') THEN 'channel' ELSE '''''' END,
                sums)
            USING month;
        END LOOP;
    END LOOP;
    -- The others follow from these: months from days, a level from the one below it.
    FOR step IN
        SELECT * FROM (VALUES
            ('ITEM', 'COUNTY', 'MONTH', 'place', 'start', 'WHOLE', 'COUNTY', 'MONTH'),
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
            CASE WHEN step.side = 'DEPARTMENT' THEN 'department' ELSE '''''' END,
            CASE WHEN step.side = 'ITEM' THEN 'item_code' ELSE '''''' END,
            CASE WHEN step.side = 'ITEM' THEN 'channel' ELSE '''''' END,
            sums, step.from_side, step.from_level, step.from_grain);
    END LOOP;
    ALTER TABLE indicator_rollups
        ADD PRIMARY KEY (side, level, grain, place, start, department, item_code, channel);
    CREATE INDEX indicator_rollups_department
        ON indicator_rollups (department, side, grain, start) WHERE side IN ('DEPARTMENT', 'WHOLE');
    ANALYZE indicator_rollups;
END $$;

-- What V019 left to be folded a part every beat: at a province's year that took three quarters of an
-- hour, and a question twenty seconds until it was done.
SELECT pg_advisory_xact_lock(5716003977780218948);
SELECT rebuild_rollups();
