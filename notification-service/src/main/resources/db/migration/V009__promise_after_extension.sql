-- An extension is told with what becomes of the promised date. Words that an operator has published
-- for the nation meanwhile stay in force.
INSERT INTO templates
       (id, version, chain_head, kind, region, effective_from, title_zh, body_zh, title_en, body_en)
SELECT '100000-default-case-extended-2', 0, '', 'case-extended', '100000000000',
       TIMESTAMPTZ '2026-11-01 00:00:00+08',
       '办理期限延长',
       '您的“{itemName}”申请（办件编号 {caseNumber}）经批准延长 {by}。理由：{reason}。延长后法定办结期限：{legalDue}。{promise}',
       'Time limit extended',
       'The time limit of your application “{itemName}” (case {caseNumber}) was extended by {by}. Reason: {reason}. Now due by law on {legalDue}.{promise}'
 WHERE NOT EXISTS (SELECT 1 FROM templates
                    WHERE kind = 'case-extended' AND region = '100000000000'
                      AND id <> '100000-default-case-extended');
