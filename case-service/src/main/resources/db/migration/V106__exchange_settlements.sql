-- A person has looked at a contradiction or a refused message and said what becomes of it.
ALTER TABLE exchange_conflict
    ADD COLUMN ruling     text CHECK (ruling IN ('KEPT', 'DISMISSED')),
    ADD COLUMN reason     text,
    ADD COLUMN settled_by text,
    ADD COLUMN settled_at timestamptz,
    ADD CHECK ((ruling IS NULL) = (settled_at IS NULL));
CREATE INDEX exchange_conflict_open ON exchange_conflict (first_at DESC, id DESC) WHERE ruling IS NULL;

ALTER TABLE exchange_rejection
    ADD COLUMN reason     text,
    ADD COLUMN settled_by text;
