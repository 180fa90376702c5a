-- A promise that is not kept in time (告知承诺): red from the end of the last day that was missed.
-- Assumed: at once, to the department's head and the supervisor. A region may put a rule of its own.
INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, limit_from, limit_to,
                        priority, ground, recipients, effective_from) VALUES
    ('promise-red', 1, '100000000000', 'PROMISE', 'RED', 'STATUTE_OVERDUE', 0, 'CALENDAR_DAY', NULL, NULL, 30,
     '国办发〔2020〕42号', '["chief-approver", "supervisor"]', '2020-11-09');
