-- A rule that was in force keeps its text: who is to be told otherwise is told by a new version, so that
-- it can be shown to anybody whom a card had to reach on which day. V014 had changed version 1 in place.
CREATE TEMP TABLE changed ON COMMIT DROP AS
SELECT unnest(ARRAY['case-red-promise', 'case-red-statute', 'case-red-declared', 'promise-red',
                    'case-red-unanswered', 'answer-red-unanswered', 'special-red-unanswered',
                    'certificate-red-unanswered', 'step-red-unanswered', 'publicity-red-unanswered',
                    'reasons-red', 'manual-fee', 'manual-off-platform', 'manual-no-reasons',
                    'manual-not-accepted']) AS code;
UPDATE card_rules SET recipients = '["chief-approver", "supervisor"]'
 WHERE version = 1 AND code IN (SELECT code FROM changed);
-- Those of V014 itself began with the wider circle. A person's rules get back what their history says.
UPDATE card_rules r SET recipients = h.data::jsonb -> 'recipients'
  FROM history h
 WHERE r.version = 1 AND r.colour = 'RED' AND r.region = '100000000000'
   AND h.aggregate_type = 'card-rule' AND h.aggregate_id = r.code || '@1' AND h.sequence = 1
   AND h.type = 'supervision.rule-set' AND h.data IS NOT NULL;

-- No version begins in the past: where something is supervised already, tomorrow at the earliest.
CREATE TEMP TABLE next_version ON COMMIT DROP AS
SELECT greatest(DATE '2026-11-24',
                CASE WHEN EXISTS (SELECT FROM dossiers) OR EXISTS (SELECT FROM cards)
                     THEN (now() AT TIME ZONE 'Asia/Shanghai')::date + 1 END) AS begins;

-- Red goes to whom yellow goes to, and to the department's head and discipline inspection too. Terms of
-- tickets and of bad reviews are the platform's own (平台默认): no rule of the country states them, nor
-- since when. 国办发〔2019〕51号 asks for rectification within a set time and leaves the time open.
CREATE TEMP TABLE next_text ON COMMIT DROP AS
SELECT code, '["case-officer", "chief-approver", "supervisor"]'::jsonb AS recipients, NULL AS ground
  FROM changed
UNION ALL SELECT code, NULL, ground FROM (VALUES
    ('ticket-blue',   '平台默认：12345 热线工单，期限前提醒'),
    ('ticket-yellow', '平台默认：12345 热线工单，超过期限'),
    ('ticket-red',    '平台默认：12345 热线工单，超过期限五个工作日以上'),
    ('review-blue',   '平台默认：差评整改，期限前提醒'),
    ('review-yellow', '平台默认：差评整改，超过期限')
) AS n(code, ground);

-- Versions of a code are numbered through all regions. Whoever set or ended it for the country goes before.
INSERT INTO card_rules (code, version, region, kind, colour, measure, amount, unit, condition, priority,
                        ground, recipients, issuing, feedback_days, appeal_days, review_days, effective_from)
SELECT r.code, (SELECT max(v.version) + 1 FROM card_rules v WHERE v.code = r.code), r.region, r.kind, r.colour,
       r.measure, r.amount, r.unit, r.condition, r.priority, coalesce(n.ground, r.ground),
       coalesce(n.recipients, r.recipients), r.issuing, r.feedback_days, r.appeal_days, r.review_days, b.begins
  FROM card_rules r JOIN next_text n USING (code) CROSS JOIN next_version b
 WHERE r.version = 1 AND r.effective_to IS NULL
   AND NOT EXISTS (SELECT FROM card_rules v WHERE v.code = r.code AND v.version > 1
                      AND v.region = r.region AND v.item_code IS NULL);
-- The day before is the last of version 1: never both, never neither.
UPDATE card_rules r SET effective_to = b.begins - 1
  FROM next_version b
 WHERE r.version = 1 AND r.effective_to IS NULL
   AND EXISTS (SELECT FROM card_rules v JOIN next_text USING (code)
                WHERE v.code = r.code AND v.version > 1 AND v.region = r.region AND v.item_code IS NULL
                  AND v.sequence = 0 AND v.effective_from = b.begins);

INSERT INTO watch_terms (kind, region, amount, unit, ground, effective_from)
SELECT t.kind, t.region, t.amount, t.unit,
       CASE t.kind WHEN 'TICKET' THEN '平台默认：12345 热线工单，五个工作日'
                   ELSE '平台默认：差评整改，十五个工作日（国办发〔2019〕51号 要求限期整改，未定期限）' END,
       b.begins
  FROM watch_terms t CROSS JOIN next_version b
 WHERE t.kind IN ('TICKET', 'REVIEW') AND t.region = '100000000000' AND t.effective_to IS NULL
   AND t.effective_from IN ('2004-07-01', '2019-12-17');
UPDATE watch_terms t SET effective_to = b.begins - 1
  FROM next_version b
 WHERE t.kind IN ('TICKET', 'REVIEW') AND t.region = '100000000000' AND t.effective_to IS NULL
   AND t.effective_from IN ('2004-07-01', '2019-12-17');
