-- A case is keyed in twice where a department's own system told of its item on the day it was accepted: every
-- registration is kept with the moment from which it holds. Those known so far have no items until they are
-- told again by a rebuild of the cases.
ALTER TABLE sources ADD COLUMN since timestamptz NOT NULL DEFAULT 'epoch',
                    ADD COLUMN items text[]      NOT NULL DEFAULT '{}';
ALTER TABLE sources DROP CONSTRAINT sources_pkey,
                    ADD PRIMARY KEY (code, version);

-- Cases whose counts a registration that came after them may change.
CREATE TABLE uncounted (
    case_id text PRIMARY KEY
);
