-- Defaults for the whole country (region 100000000000); a region's own rule of the same code goes before.
INSERT INTO watch_terms (kind, region, amount, unit, ground, effective_from) VALUES
    ('ANSWER',      '100000000000', 5,  'WORKING_DAY', '行政许可法 art. 32', '2004-07-01'),
    ('CERTIFICATE', '100000000000', 10, 'WORKING_DAY', '行政许可法 art. 44', '2004-07-01');

INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, limit_from, limit_to,
                        priority, ground, recipients, effective_from) VALUES
    ('case-blue',            1, '100000000000', 'CASE', 'BLUE', 'REMAINING', 2, 'WORKING_DAY', 4, NULL, 10,
     '行政效能电子监察 预警', '["case-officer", "window-clerk"]', '2004-07-01'),
    ('case-blue-short',      1, '100000000000', 'CASE', 'BLUE', 'REMAINING', 1, 'WORKING_DAY', 2, 3, 10,
     '行政效能电子监察 预警', '["case-officer", "window-clerk"]', '2004-07-01'),
    ('case-blue-day',        1, '100000000000', 'CASE', 'BLUE', 'REMAINING', 2, 'OFFICE_HOUR', 0, 1, 10,
     '行政效能电子监察 预警', '["case-officer", "window-clerk"]', '2004-07-01'),
    ('case-yellow-promise',  1, '100000000000', 'CASE', 'YELLOW', 'PROMISE_OVERDUE', 1, 'WORKING_DAY', NULL, NULL, 20,
     '行政效能电子监察 超承诺时限', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('case-red-promise',     1, '100000000000', 'CASE', 'RED', 'PROMISE_OVERDUE', 6, 'WORKING_DAY', NULL, NULL, 30,
     '行政效能电子监察 超承诺时限', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('case-red-statute',     1, '100000000000', 'CASE', 'RED', 'STATUTE_OVERDUE', 1, 'CALENDAR_DAY', NULL, NULL, 40,
     '行政许可法 art. 42', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('case-red-declared',    1, '100000000000', 'CASE', 'RED', 'DECLARED_PAST', 0, 'CALENDAR_DAY', NULL, NULL, 40,
     '申报来源所列法定时限', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('answer-yellow',        1, '100000000000', 'ANSWER', 'YELLOW', 'PROMISE_OVERDUE', 0, 'WORKING_DAY', NULL, NULL, 20,
     '行政许可法 art. 32', '["window-clerk", "chief-approver"]', '2004-07-01'),
    ('special-yellow',       1, '100000000000', 'SPECIAL_PROCEDURE', 'YELLOW', 'PROMISE_OVERDUE', 0, 'WORKING_DAY', NULL, NULL, 20,
     '行政许可法 art. 45', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('certificate-yellow',   1, '100000000000', 'CERTIFICATE', 'YELLOW', 'PROMISE_OVERDUE', 0, 'WORKING_DAY', NULL, NULL, 20,
     '行政许可法 art. 44', '["case-officer", "chief-approver"]', '2004-07-01');
