-- A yellow card that nobody answers turns red, whatever it was drawn on. Tickets have a rule of their own:
-- five working days of silence. No rule begins in the past.
INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, condition, priority,
                        ground, recipients, issuing, feedback_days, appeal_days, review_days, effective_from)
SELECT n.code, 1, '100000000000', n.kind, 'RED', 'UNANSWERED', 0, 'WORKING_DAY', '', 30,
       '行政效能电子监察 黄牌逾期未整改', n.recipients::jsonb, 'AT_ONCE', 3, 3, 5,
       greatest(DATE '2026-11-26',
                CASE WHEN EXISTS (SELECT FROM dossiers) OR EXISTS (SELECT FROM cards)
                     THEN (now() AT TIME ZONE 'Asia/Shanghai')::date + 1 END)
  FROM (VALUES
    ('market-red-unanswered',        'MARKET',
     '["market-operator", "chief-approver", "supervisor"]'),
    ('second-notice-red-unanswered', 'SECOND_NOTICE',
     '["case-officer", "chief-approver", "supervisor"]'),
    ('material-red-unanswered',      'MATERIAL',
     '["case-officer", "chief-approver", "supervisor"]')
) AS n(code, kind, recipients)
 WHERE NOT EXISTS (SELECT FROM card_rules r WHERE r.code = n.code);
