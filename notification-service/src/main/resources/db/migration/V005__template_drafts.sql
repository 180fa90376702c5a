-- Words may be drafted and changed until they are published; only published ones exclude each other.
ALTER TABLE templates ADD COLUMN state text NOT NULL DEFAULT 'PUBLISHED' CHECK (state IN ('DRAFT', 'PUBLISHED'));
ALTER TABLE templates DROP CONSTRAINT templates_kind_region_effective_from_key;
CREATE UNIQUE INDEX templates_published ON templates (kind, region, effective_from) WHERE state = 'PUBLISHED';
