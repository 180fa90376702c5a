-- Acts by which items go to another body; begins and ends follow from the days beside them and are their index.
CREATE TABLE delegations (
    id            text PRIMARY KEY,
    kind          text    NOT NULL,
    receiver      text    NOT NULL REFERENCES departments (code),
    region        text    NOT NULL,
    province      text,
    city          text,
    county        text,
    town          text,
    village       text,
    level         text    NOT NULL,
    area          text    NOT NULL,
    own_name      boolean NOT NULL,
    valid_from    date    NOT NULL,
    valid_to      date,
    taken_over_on date,
    revoked_from  date,
    begins        date,
    ends          date,
    wound         boolean NOT NULL,
    body          jsonb   NOT NULL,
    version       bigint  NOT NULL,
    chain_head    text    NOT NULL
);
CREATE INDEX delegations_receiver ON delegations (receiver, id);
CREATE INDEX delegations_county ON delegations (county, id);
CREATE INDEX delegations_ends ON delegations (ends) WHERE ends IS NOT NULL AND NOT wound;

CREATE TABLE delegation_lines (
    delegation text NOT NULL REFERENCES delegations (id),
    item       text NOT NULL REFERENCES items (code),
    giver      text NOT NULL REFERENCES departments (code),
    PRIMARY KEY (item, delegation)
);
CREATE INDEX delegation_lines_act ON delegation_lines (delegation, item);

-- What an act moved stays what it moved; an act ends, it is never deleted.
CREATE FUNCTION refuse_change_of_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what a delegation moved cannot be changed';
END $$;
CREATE TRIGGER delegation_lines_kept BEFORE UPDATE OR DELETE ON delegation_lines FOR EACH ROW
    EXECUTE FUNCTION refuse_change_of_delegation();
CREATE TRIGGER delegations_kept BEFORE DELETE ON delegations FOR EACH ROW
    EXECUTE FUNCTION refuse_change_of_delegation();
