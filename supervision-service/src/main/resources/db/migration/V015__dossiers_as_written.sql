-- Nothing is asked of a dossier's inside: it is kept as it was written, not taken apart.
ALTER TABLE dossiers ALTER COLUMN head TYPE json USING head::json,
                     ALTER COLUMN facts TYPE json USING facts::json,
                     ALTER COLUMN tally TYPE json USING tally::json;
