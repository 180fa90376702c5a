-- Of the accepted: online (网上办件). Of the finished: ended regularly, by return or as void (正常、退回、作废办结).
ALTER TABLE indicators ADD COLUMN accepted_online  bigint NOT NULL DEFAULT 0,
                       ADD COLUMN finished_regular bigint NOT NULL DEFAULT 0;

-- Sums of the same by level of region, a day or a month a row; a place is its leading digits, and
-- who sits above the level keeps zeros. Counties have no days here: those are in indicators.
CREATE TABLE indicator_rollups (
    level      text NOT NULL,
    grain      text NOT NULL,
    place      text COLLATE "C" NOT NULL,
    start      date NOT NULL,
    department text NOT NULL,
    item_code  text NOT NULL,
    channel    text NOT NULL,
    submitted bigint NOT NULL DEFAULT 0,
    accepted bigint NOT NULL DEFAULT 0,
    accepted_immediate bigint NOT NULL DEFAULT 0,
    accepted_online bigint NOT NULL DEFAULT 0,
    accepted_legal_days bigint NOT NULL DEFAULT 0,
    accepted_promised_days bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0,
    finished bigint NOT NULL DEFAULT 0,
    finished_regular bigint NOT NULL DEFAULT 0,
    finished_early bigint NOT NULL DEFAULT 0,
    finished_late bigint NOT NULL DEFAULT 0,
    measured bigint NOT NULL DEFAULT 0,
    measured_legal_days bigint NOT NULL DEFAULT 0,
    measured_promised_days bigint NOT NULL DEFAULT 0,
    measured_used_days bigint NOT NULL DEFAULT 0,
    withdrawn bigint NOT NULL DEFAULT 0,
    reports bigint NOT NULL DEFAULT 0,
    reports_late bigint NOT NULL DEFAULT 0,
    report_lag_seconds bigint NOT NULL DEFAULT 0,
    cards_blue bigint NOT NULL DEFAULT 0,
    cards_yellow bigint NOT NULL DEFAULT 0,
    cards_red bigint NOT NULL DEFAULT 0,
    cards_blue_revoked bigint NOT NULL DEFAULT 0,
    cards_yellow_revoked bigint NOT NULL DEFAULT 0,
    cards_red_revoked bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (level, grain, place, start, department, item_code, channel)
);
CREATE INDEX indicator_rollups_department
    ON indicator_rollups (department, level, grain, start);

-- Differences that are in indicators and not yet in the rollups: writers never wait for each other
-- at the row of a province.
CREATE TABLE indicator_differences (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day        date NOT NULL,
    region     text NOT NULL,
    department text NOT NULL,
    item_code  text NOT NULL,
    channel    text NOT NULL,
    submitted bigint NOT NULL DEFAULT 0,
    accepted bigint NOT NULL DEFAULT 0,
    accepted_immediate bigint NOT NULL DEFAULT 0,
    accepted_online bigint NOT NULL DEFAULT 0,
    accepted_legal_days bigint NOT NULL DEFAULT 0,
    accepted_promised_days bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0,
    finished bigint NOT NULL DEFAULT 0,
    finished_regular bigint NOT NULL DEFAULT 0,
    finished_early bigint NOT NULL DEFAULT 0,
    finished_late bigint NOT NULL DEFAULT 0,
    measured bigint NOT NULL DEFAULT 0,
    measured_legal_days bigint NOT NULL DEFAULT 0,
    measured_promised_days bigint NOT NULL DEFAULT 0,
    measured_used_days bigint NOT NULL DEFAULT 0,
    withdrawn bigint NOT NULL DEFAULT 0,
    reports bigint NOT NULL DEFAULT 0,
    reports_late bigint NOT NULL DEFAULT 0,
    report_lag_seconds bigint NOT NULL DEFAULT 0,
    cards_blue bigint NOT NULL DEFAULT 0,
    cards_yellow bigint NOT NULL DEFAULT 0,
    cards_red bigint NOT NULL DEFAULT 0,
    cards_blue_revoked bigint NOT NULL DEFAULT 0,
    cards_yellow_revoked bigint NOT NULL DEFAULT 0,
    cards_red_revoked bigint NOT NULL DEFAULT 0
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

INSERT INTO indicator_differences (day, region, department, item_code, channel, submitted, accepted, accepted_immediate, accepted_online, accepted_legal_days, accepted_promised_days, refused, finished, finished_regular, finished_early, finished_late, measured, measured_legal_days, measured_promised_days, measured_used_days, withdrawn, reports, reports_late, report_lag_seconds, cards_blue, cards_yellow, cards_red, cards_blue_revoked, cards_yellow_revoked, cards_red_revoked)
SELECT day, region, department, item_code, channel, submitted, accepted, accepted_immediate, accepted_online, accepted_legal_days, accepted_promised_days, refused, finished, finished_regular, finished_early, finished_late, measured, measured_legal_days, measured_promised_days, measured_used_days, withdrawn, reports, reports_late, report_lag_seconds, cards_blue, cards_yellow, cards_red, cards_blue_revoked, cards_yellow_revoked, cards_red_revoked FROM indicators;
