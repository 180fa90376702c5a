-- How far the item goes online, for the indicators, from the version that is shown.
UPDATE items i SET summary = jsonb_set(summary, '{onlineDepth}', v.content -> 'guide' -> 'onlineDepth')
  FROM item_versions v
 WHERE v.code = i.code AND v.content -> 'guide' -> 'onlineDepth' IS NOT NULL
   AND v.number = CASE WHEN i.governing > 0 THEN i.governing ELSE i.latest END;
