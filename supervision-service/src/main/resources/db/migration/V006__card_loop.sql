-- A rule says when its cards are issued and how long their loop takes.
ALTER TABLE card_rules ADD COLUMN issuing text NOT NULL DEFAULT 'AT_ONCE',
                       ADD COLUMN feedback_days integer NOT NULL DEFAULT 3,
                       ADD COLUMN appeal_days integer NOT NULL DEFAULT 3,
                       ADD COLUMN review_days integer NOT NULL DEFAULT 5;

-- A card may be held, answered too late, drawn by hand or because another was not answered.
ALTER TABLE cards ADD COLUMN origin text NOT NULL DEFAULT 'RULE',
                  ADD COLUMN reason text,
                  ADD COLUMN parent text,
                  ADD COLUMN issue_at timestamptz,
                  ADD COLUMN answer_by timestamptz,
                  ADD COLUMN decide_by timestamptz,
                  ADD COLUMN escalated_at timestamptz;
UPDATE cards SET answer_by = appeal_until;
ALTER TABLE cards ALTER COLUMN answer_by SET NOT NULL;
CREATE INDEX cards_held ON cards (issue_at) WHERE state = 'PENDING' AND issue_at IS NOT NULL;
CREATE INDEX cards_unanswered ON cards (answer_by)
    WHERE colour = 'YELLOW' AND state IN ('ISSUED', 'ACKNOWLEDGED', 'UPHELD') AND escalated_at IS NULL;
CREATE INDEX cards_parent ON cards (parent) WHERE parent IS NOT NULL;

-- Times in which nobody could work: why cards were taken back together, and what time is not the
-- department's.
CREATE TABLE outages (
    id         text        PRIMARY KEY,
    region     text        NOT NULL,
    department text,
    began      timestamptz NOT NULL,
    ended      timestamptz NOT NULL,
    cause      text        NOT NULL,
    reason     text        NOT NULL,
    declared_by text       NOT NULL,
    declared_at timestamptz NOT NULL,
    revoked    integer     NOT NULL
);
CREATE INDEX outages_region ON outages (region, began);

ALTER TABLE indicators ADD COLUMN cards_blue_revoked   bigint NOT NULL DEFAULT 0,
                       ADD COLUMN cards_yellow_revoked bigint NOT NULL DEFAULT 0,
                       ADD COLUMN cards_red_revoked    bigint NOT NULL DEFAULT 0;

-- Red when a yellow card is not answered by its feedback deadline; what no clock shows is drawn by
-- hand. Colours as city rules have them; a region may set versions of its own.
INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, priority, ground,
                        recipients, effective_from) VALUES
    ('case-red-unanswered',        1, '100000000000', 'CASE', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('answer-red-unanswered',      1, '100000000000', 'ANSWER', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('special-red-unanswered',     1, '100000000000', 'SPECIAL_PROCEDURE', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('certificate-red-unanswered', 1, '100000000000', 'CERTIFICATE', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('manual-fee',                 1, '100000000000', 'CASE', 'RED', 'MANUAL', 0, 'WORKING_DAY', 30,
     '行政许可法 art. 58：擅自收费或超标准收费', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('manual-material',            1, '100000000000', 'CASE', 'YELLOW', 'MANUAL', 0, 'WORKING_DAY', 20,
     '行政许可法 art. 31：索要清单以外的材料', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('manual-second-notice',       1, '100000000000', 'CASE', 'YELLOW', 'MANUAL', 0, 'WORKING_DAY', 20,
     '行政许可法 art. 32(4)：未一次性告知', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('manual-off-platform',        1, '100000000000', 'CASE', 'RED', 'MANUAL', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 体外循环', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('manual-no-reasons',          1, '100000000000', 'CASE', 'RED', 'MANUAL', 0, 'WORKING_DAY', 30,
     '行政许可法 art. 38：不予许可未说明理由', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('manual-not-accepted',        1, '100000000000', 'CASE', 'RED', 'MANUAL', 0, 'WORKING_DAY', 30,
     '行政许可法 art. 32：符合条件而不受理', '["chief-approver", "supervisor"]', '2004-07-01');
