-- What a dossier is of: a case, a project of the market, a record to be published.
ALTER TABLE dossiers ADD COLUMN kind text NOT NULL DEFAULT 'CASE';
UPDATE dossiers SET kind = head ->> 'channel' WHERE head ->> 'channel' IN ('MARKET', 'PUBLICITY');
ALTER TABLE dossiers ALTER COLUMN kind DROP DEFAULT;
