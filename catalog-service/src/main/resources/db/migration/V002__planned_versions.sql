-- Which version governs intake since the last turn of a day, and when the next one is to take over.
ALTER TABLE items ADD COLUMN governing integer NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN next_from date;

-- What took effect on the day it was published governs already; the timer takes up the rest.
UPDATE items SET
    governing = coalesce((SELECT max(v.number) FROM item_versions v
                           WHERE v.code = items.code
                             AND v.effective_from <= (v.published_at AT TIME ZONE 'Asia/Shanghai')::date), 0),
    next_from = (SELECT min(v.effective_from) FROM item_versions v
                  WHERE v.code = items.code AND items.status <> 'CANCELLED'
                    AND v.effective_from > (v.published_at AT TIME ZONE 'Asia/Shanghai')::date);

CREATE INDEX items_switches ON items (next_from) WHERE next_from IS NOT NULL;
