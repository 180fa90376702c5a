-- Working-day calendars as the catalog told them: a projection, rebuilt from its state topic.
-- Repeatable, so that it comes after the services' own migrations: two of them made this table
-- themselves before the kit did.
CREATE TABLE IF NOT EXISTS calendar_years (
    region text    NOT NULL,
    year   integer NOT NULL,
    hash   text    NOT NULL,
    body   jsonb   NOT NULL,
    PRIMARY KEY (region, year)
);
