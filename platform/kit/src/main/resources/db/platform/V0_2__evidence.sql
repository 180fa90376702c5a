-- The history of every aggregate: audit, event log and evidence in one.
-- tx is the transaction that wrote the row: readers page by (tx, id) below the oldest running
-- transaction, so that a lower id that commits later is never skipped. Positions by tx survive
-- physical backups; after a logical restore the new cluster's transaction counter must first be
-- moved beyond max(tx) (pg_resetwal -x, -e), or the feed waits until it gets there.
CREATE TABLE history (
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    tx             xid8        NOT NULL DEFAULT pg_current_xact_id(),
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    sequence       bigint      NOT NULL CHECK (sequence > 0),
    type           text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    region         text        NOT NULL,
    department     text,
    party          text,
    actor          jsonb       NOT NULL,
    data           jsonb,
    salt           text,
    commitment     text        NOT NULL,
    hash           text        NOT NULL,
    PRIMARY KEY (tx, id),
    CHECK ((data IS NULL) = (salt IS NULL))
);
-- One probe for an aggregate's history; two writers of one sequence collide here.
CREATE UNIQUE INDEX history_aggregate ON history (aggregate_id, sequence);

-- Append-only, but for erasing data and salt together, which leaves the proof whole.
CREATE FUNCTION history_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.data IS NULL AND NEW.salt IS NULL
           AND to_jsonb(NEW) - 'data' - 'salt' = to_jsonb(OLD) - 'data' - 'salt' THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION history_append_only();
CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION history_append_only();

-- Signed roots over the heads of the rows between the previous seal's position and this one's.
CREATE TABLE seal (
    number     bigint      PRIMARY KEY,
    previous   text,
    root       text        NOT NULL,
    heads      bigint      NOT NULL,
    sealed_at  timestamptz NOT NULL,
    hash       text        NOT NULL,
    signature  text        NOT NULL,
    after_tx   xid8        NOT NULL,
    after_id   bigint      NOT NULL,
    through_tx xid8        NOT NULL,
    through_id bigint      NOT NULL
);
-- Finds the seal that took in a row.
CREATE UNIQUE INDEX seal_through ON seal (through_tx, through_id);

CREATE FUNCTION seal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE ON seal
    FOR EACH ROW EXECUTE FUNCTION seal_append_only();
CREATE TRIGGER seal_no_truncate BEFORE TRUNCATE ON seal
    FOR EACH STATEMENT EXECUTE FUNCTION seal_append_only();
