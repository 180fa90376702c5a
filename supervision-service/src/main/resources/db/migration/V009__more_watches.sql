-- A decision is public within seven working days; blue two before, yellow when they are over.
INSERT INTO watch_terms (kind, region, amount, unit, ground, effective_from) VALUES
    ('PUBLICITY', '100000000000', 7, 'WORKING_DAY', '行政许可和行政处罚等信用信息公示 七个工作日', '2018-07-05');

INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, priority, ground,
                        recipients, effective_from) VALUES
    ('step-yellow',       1, '100000000000', 'STEP', 'YELLOW', 'STATUTE_OVERDUE', 0, 'WORKING_DAY', 20,
     '行政效能电子监察 环节超时', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('publicity-blue',    1, '100000000000', 'PUBLICITY', 'BLUE', 'REMAINING', 2, 'WORKING_DAY', 10,
     '行政许可和行政处罚等信用信息公示 七个工作日', '["case-officer"]', '2018-07-05'),
    ('publicity-yellow',  1, '100000000000', 'PUBLICITY', 'YELLOW', 'STATUTE_OVERDUE', 0, 'WORKING_DAY', 20,
     '行政许可和行政处罚等信用信息公示 七个工作日', '["case-officer", "chief-approver"]', '2018-07-05'),
    ('market-yellow',     1, '100000000000', 'MARKET', 'YELLOW', 'STATUTE_OVERDUE', 0, 'CALENDAR_DAY', 20,
     '网上中介服务超市 项目节点超时', '["market-operator", "chief-approver"]', '2018-07-05'),
    ('second-notice-yellow', 1, '100000000000', 'SECOND_NOTICE', 'YELLOW', 'OCCURRED', 0, 'WORKING_DAY', 20,
     '行政许可法 art. 32(4)：未一次性告知', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('material-yellow',   1, '100000000000', 'MATERIAL', 'YELLOW', 'OCCURRED', 0, 'WORKING_DAY', 20,
     '行政许可法 art. 31：索要清单以外的材料', '["case-officer", "chief-approver"]', '2004-07-01'),
    ('reasons-red',       1, '100000000000', 'REASONS', 'RED', 'OCCURRED', 0, 'WORKING_DAY', 30,
     '行政许可法 art. 38：不予许可未说明理由', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('step-red-unanswered',      1, '100000000000', 'STEP', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2004-07-01'),
    ('publicity-red-unanswered', 1, '100000000000', 'PUBLICITY', 'RED', 'UNANSWERED', 0, 'WORKING_DAY', 30,
     '行政效能电子监察 黄牌逾期未整改', '["chief-approver", "supervisor"]', '2018-07-05');
