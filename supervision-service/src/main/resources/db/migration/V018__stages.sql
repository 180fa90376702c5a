-- A limit may be that of one stage: a ticket is signed for or returned within a day and answered later.
ALTER TABLE watch_terms ADD COLUMN stage text NOT NULL DEFAULT '';
ALTER TABLE watch_terms DROP CONSTRAINT watch_terms_pkey,
                        ADD PRIMARY KEY (kind, stage, region, effective_from);

-- After the versions in force have had a day, and where something is supervised already, tomorrow at the
-- earliest: no version begins in the past.
CREATE TEMP TABLE stages_begin ON COMMIT DROP AS
SELECT greatest(DATE '2026-11-25',
                (SELECT max(effective_from) + 1 FROM card_rules
                  WHERE code IN ('ticket-blue', 'review-blue') AND region = '100000000000'),
                CASE WHEN EXISTS (SELECT FROM dossiers) OR EXISTS (SELECT FROM cards)
                     THEN (now() AT TIME ZONE 'Asia/Shanghai')::date + 1 END) AS begins;

INSERT INTO watch_terms (kind, stage, region, amount, unit, ground, effective_from)
SELECT t.kind, t.stage, '100000000000', 1, 'WORKING_DAY', t.ground, b.begins
  FROM stages_begin b, (VALUES
    ('TICKET', 'signed',      '平台默认：12345 热线工单，一个工作日内签收或退单'),
    ('TICKET', 'called-back', '平台默认：12345 热线工单，答复后下一个工作日回访'),
    ('REVIEW', 'contacted',   '平台默认：差评，一个工作日内首次联系核实')
) AS t(kind, stage, ground);

-- Who has one day is reminded two office hours before its end, not the moment it begins. Whoever set or
-- ended the rule for the country goes before.
INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, condition, priority,
                        ground, recipients, issuing, feedback_days, appeal_days, review_days, effective_from)
SELECT r.code, (SELECT max(v.version) + 1 FROM card_rules v WHERE v.code = r.code), r.region, r.kind, r.colour,
       r.measure, r.amount, r.unit, 'promisedDays > ' || r.amount, r.priority, r.ground, r.recipients,
       r.issuing, r.feedback_days, r.appeal_days, r.review_days, b.begins
  FROM card_rules r CROSS JOIN stages_begin b
 WHERE r.code IN ('ticket-blue', 'review-blue') AND r.region = '100000000000' AND r.item_code IS NULL
   AND r.condition = '' AND r.sequence = 0 AND r.effective_to IS NULL;
INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, condition, priority,
                        ground, recipients, issuing, feedback_days, appeal_days, review_days, effective_from)
SELECT r.code || '-day', 1, r.region, r.kind, r.colour, r.measure, 2, 'OFFICE_HOUR',
       'promisedDays <= ' || r.amount, r.priority, r.ground, r.recipients, r.issuing, r.feedback_days,
       r.appeal_days, r.review_days, b.begins
  FROM card_rules r CROSS JOIN stages_begin b
 WHERE r.code IN ('ticket-blue', 'review-blue') AND r.region = '100000000000' AND r.item_code IS NULL
   AND r.condition = '' AND r.sequence = 0 AND r.effective_to IS NULL;
-- The day before is the last of the version before: never both, never neither.
UPDATE card_rules r SET effective_to = b.begins - 1
  FROM stages_begin b
 WHERE r.code IN ('ticket-blue', 'review-blue') AND r.region = '100000000000' AND r.item_code IS NULL
   AND r.condition = '' AND r.sequence = 0 AND r.effective_to IS NULL;
