-- The lists in which an item stands: its type, topics (for anybody and for whom), reforms, conveniences.
ALTER TABLE items ADD COLUMN tags text[] NOT NULL DEFAULT '{}';

-- The same in the order of lists. An index of the array has no order: a list of the country under a
-- topic of ten thousand items, most of them of one name, would read and sort all of them.
CREATE TABLE item_tags (
    tag  text NOT NULL,
    name text NOT NULL COLLATE "C",
    code text NOT NULL REFERENCES items (code) ON DELETE CASCADE,
    PRIMARY KEY (tag, name, code)
);
CREATE INDEX item_tags_item ON item_tags (code);

CREATE FUNCTION list_under_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM item_tags WHERE code = NEW.code;
    INSERT INTO item_tags (tag, name, code)
    SELECT DISTINCT tag, NEW.name, NEW.code FROM unnest(NEW.tags) AS tag;
    RETURN NULL;
END $$;
CREATE TRIGGER items_tagged AFTER INSERT ON items FOR EACH ROW
    WHEN (NEW.tags <> '{}') EXECUTE FUNCTION list_under_tags();
CREATE TRIGGER items_retagged AFTER UPDATE ON items FOR EACH ROW
    WHEN (OLD.tags IS DISTINCT FROM NEW.tags OR (NEW.tags <> '{}' AND OLD.name <> NEW.name))
    EXECUTE FUNCTION list_under_tags();

-- What is there already, by the version that is shown of it.
UPDATE items i SET tags = s.tags
  FROM (SELECT code,
               ARRAY (SELECT 'TOPIC/' || topic FROM (
                          SELECT jsonb_array_elements_text(shown #> '{particulars,personTopics}') AS topic
                           UNION
                          SELECT jsonb_array_elements_text(shown #> '{particulars,legalTopics}')) AS topics
                      UNION ALL
                      SELECT 'NATURAL/' || jsonb_array_elements_text(shown #> '{particulars,personTopics}')
                      UNION ALL
                      SELECT 'LEGAL/' || jsonb_array_elements_text(shown #> '{particulars,legalTopics}')
                      UNION ALL
                      SELECT 'TYPE/' || (shown ->> 'itemType')
                      UNION ALL
                      SELECT 'REFORM/COMMITMENT' WHERE shown ->> 'commitment' <> 'NONE'
                      UNION ALL
                      SELECT 'REFORM/TOLERANCE' WHERE shown -> 'tolerance' = 'true'
                      UNION ALL
                      SELECT 'REFORM/INSTANT' WHERE shown -> 'instant' = 'true'
                      UNION ALL
                      SELECT 'REFORM/UNASKED' WHERE shown -> 'unasked' = 'true'
                      UNION ALL
                      SELECT 'REFORM/FILING' WHERE shown -> 'filing' = 'true'
                      UNION ALL
                      SELECT 'REFORM/CROSS_REGION' WHERE shown ->> 'crossRegion' <> 'NONE'
                      UNION ALL
                      SELECT 'CONVENIENCE/BY_APPOINTMENT' WHERE shown #> '{guide,appointment}' = 'true'
                      UNION ALL
                      SELECT 'CONVENIENCE/SELF_SERVICE' WHERE shown #> '{guide,modes}' @> '"KIOSK"'
                      UNION ALL
                      SELECT 'CONVENIENCE/AT_HOME' WHERE shown #> '{guide,modes}' @> '"DOOR_TO_DOOR"'
                      UNION ALL
                      SELECT 'CONVENIENCE/ASSISTED' WHERE shown #> '{guide,reaches}' @> '"ASSISTED"'
                      UNION ALL
                      SELECT 'CONVENIENCE/NEARBY' WHERE shown #> '{guide,reaches}' @> '"NEARBY"'
                      UNION ALL
                      SELECT 'CONVENIENCE/FULLY_ONLINE' WHERE shown #> '{guide,reaches}' @> '"FULLY_ONLINE"'
                      UNION ALL
                      SELECT 'CONVENIENCE/ON_THE_PHONE'
                       WHERE shown #> '{guide,modes}' @> '"ONLINE"'
                         AND shown #> '{particulars,signOnApp}' = 'true'
                      UNION ALL
                      SELECT 'CONVENIENCE/AT_ONCE' WHERE shown ->> 'caseKind' = 'IMMEDIATE'
                      UNION ALL
                      SELECT 'CONVENIENCE/TOLERANCE' WHERE shown -> 'tolerance' = 'true') AS tags
          FROM (SELECT i.code, coalesce(g.content, l.content, i.draft) AS shown
                  FROM items i
                  LEFT JOIN item_versions g ON g.code = i.code AND g.number = i.governing
                  LEFT JOIN item_versions l ON l.code = i.code AND l.number = i.latest) AS stored) AS s
 WHERE s.code = i.code AND s.tags <> '{}';
