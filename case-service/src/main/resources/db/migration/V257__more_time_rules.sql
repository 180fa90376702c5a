INSERT INTO time_rule (region, kind, amount, unit, legal_ground, effective_from) VALUES
    ('100000000000', 'CONSULTATION_AT_MOST', 60, 'WORKING_DAY', '平台默认', '2004-07-01'),
    ('100000000000', 'PRE_REVIEW', 7, 'CALENDAR_DAY', '平台默认', '2004-07-01'),
    ('100000000000', 'REPORT', 1, 'WORKING_DAY', '平台默认', '2004-07-01');
