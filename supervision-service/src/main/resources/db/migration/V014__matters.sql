-- Matters that are told to supervision itself, because no service of the platform handles them:
-- requests for disclosure, tickets, bad reviews to be put right. The row orders what is told.
CREATE TABLE matters (
    id         text    PRIMARY KEY,
    kind       text    NOT NULL,
    number     text    NOT NULL,
    title      text    NOT NULL,
    region     text    NOT NULL,
    province   text,
    city       text,
    county     text,
    town       text,
    village    text,
    department text    NOT NULL,
    awaits     text,
    version    bigint  NOT NULL,
    chain_head text    NOT NULL,
    UNIQUE (kind, department, number)
);

INSERT INTO watch_terms (kind, region, amount, unit, ground, effective_from) VALUES
    ('DISCLOSURE', '100000000000', 20, 'WORKING_DAY', '政府信息公开条例 art. 33', '2019-05-15'),
    ('TICKET',     '100000000000', 5,  'WORKING_DAY', '12345 政务服务便民热线 五个工作日', '2004-07-01'),
    ('REVIEW',     '100000000000', 15, 'WORKING_DAY', '国办发〔2019〕51号 差评整改', '2019-12-17');

INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, priority, ground,
                        recipients, effective_from) VALUES
    ('disclosure-blue',   1, '100000000000', 'DISCLOSURE', 'BLUE', 'REMAINING', 2, 'WORKING_DAY', 10,
     '政府信息公开条例 art. 33', '["case-officer", "window-clerk"]', '2019-05-15'),
    ('disclosure-yellow', 1, '100000000000', 'DISCLOSURE', 'YELLOW', 'STATUTE_OVERDUE', 0, 'WORKING_DAY', 20,
     '政府信息公开条例 art. 33', '["case-officer", "chief-approver"]', '2019-05-15'),
    ('disclosure-red-unanswered', 1, '100000000000', 'DISCLOSURE', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2019-05-15'),
    ('ticket-blue',       1, '100000000000', 'TICKET', 'BLUE', 'REMAINING', 1, 'WORKING_DAY', 10,
     '12345 政务服务便民热线 催办', '["case-officer", "window-clerk"]', '2004-07-01'),
    ('ticket-yellow',     1, '100000000000', 'TICKET', 'YELLOW', 'STATUTE_OVERDUE', 0, 'WORKING_DAY', 20,
     '12345 政务服务便民热线 逾期', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('ticket-red',        1, '100000000000', 'TICKET', 'RED', 'STATUTE_OVERDUE', 6, 'WORKING_DAY', 30,
     '12345 政务服务便民热线 逾期五个工作日', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('review-blue',       1, '100000000000', 'REVIEW', 'BLUE', 'REMAINING', 2, 'WORKING_DAY', 10,
     '国办发〔2019〕51号 差评整改', '["case-officer", "window-clerk"]', '2019-12-17'),
    ('review-yellow',     1, '100000000000', 'REVIEW', 'YELLOW', 'STATUTE_OVERDUE', 0, 'WORKING_DAY', 20,
     '国办发〔2019〕51号 差评整改', '["case-officer", "chief-approver"]', '2019-12-17'),
    ('review-red-unanswered', 1, '100000000000', 'REVIEW', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2019-12-17');

-- One replica patrols a day; where it dies, another takes the day over after this instant.
CREATE TABLE patrol_turns (
    day    date        PRIMARY KEY,
    "until" timestamptz NOT NULL
);

-- Red goes to whom yellow goes to, and to the department's head and discipline inspection too.
UPDATE card_rules SET recipients = '["case-officer", "chief-approver", "supervisor"]'
 WHERE colour = 'RED' AND region = '100000000000' AND version = 1;
