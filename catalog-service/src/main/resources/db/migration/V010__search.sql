-- Registers that editors keep beside the items; an entry is withdrawn, never deleted.
CREATE TABLE register_entries (
    register   text    NOT NULL,
    key        text    NOT NULL,
    region     text    NOT NULL,
    province   text,
    city       text,
    county     text,
    town       text,
    village    text,
    item       text,
    title      text    NOT NULL COLLATE "C",
    words      text[]  NOT NULL,
    grams      text[]  NOT NULL,
    origin     text    NOT NULL,
    withdrawn  boolean NOT NULL,
    body       jsonb   NOT NULL,
    version    bigint  NOT NULL,
    chain_head text    NOT NULL,
    PRIMARY KEY (register, key)
);
CREATE INDEX register_entries_listed ON register_entries (register, title, key);
CREATE INDEX register_entries_region ON register_entries (register, region);
CREATE INDEX register_entries_item ON register_entries (item) WHERE item IS NOT NULL;
CREATE INDEX register_entries_words ON register_entries USING gin (words);
CREATE INDEX register_entries_grams ON register_entries USING gin (grams);

CREATE FUNCTION refuse_removal_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an entry of a register is withdrawn, never deleted: % %', OLD.register, OLD.key;
END $$;
CREATE TRIGGER register_entries_kept BEFORE DELETE ON register_entries FOR EACH ROW
    EXECUTE FUNCTION refuse_removal_of_entry();

-- What can be found, as whoever published it put it here; built again at any time.
CREATE TABLE search_entries (
    kind         text    NOT NULL,
    ref          text    NOT NULL,
    region       text    NOT NULL,
    title_key    text    NOT NULL COLLATE "C",
    names        text    NOT NULL,
    words        text    NOT NULL,
    sounds       text    NOT NULL,
    initials     text    NOT NULL,
    all_sounds   text    NOT NULL,
    all_initials text    NOT NULL,
    tokens       text[]  NOT NULL,
    valid_from   date,
    valid_to     date,
    entry        jsonb   NOT NULL,
    edition      integer NOT NULL,
    PRIMARY KEY (kind, ref)
);
-- Rare words are found through their tokens; of common ones the list in its order soon holds enough,
-- for which the planner has to know how common each token is.
CREATE INDEX search_entries_tokens ON search_entries USING gin (tokens);
CREATE INDEX search_entries_order ON search_entries (title_key, kind, ref);
CREATE INDEX search_entries_region ON search_entries (region, title_key, kind, ref);
ALTER TABLE search_entries ALTER COLUMN tokens SET STATISTICS 1000;
