-- Whether one can apply online, for the indicators, from the version that is shown.
UPDATE items i SET summary = i.summary || jsonb_build_object('online', (v.content #> '{guide,modes}') @> '"ONLINE"')
  FROM item_versions v
 WHERE v.code = i.code AND jsonb_typeof(v.content #> '{guide,modes}') = 'array'
   AND v.number = CASE WHEN i.governing > 0 THEN i.governing ELSE i.latest END;
