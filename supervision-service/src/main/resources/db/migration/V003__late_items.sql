-- An item that becomes known after its cases, closed ones too, makes them be derived again.
DROP INDEX watches_open_item;
CREATE INDEX watches_without_item ON watches (item_code, item_version) WHERE NOT item_known;
