-- Who filed on a promise (告知承诺) is told what is still owed, what came and what did not come in time.
INSERT INTO templates
       (id, version, chain_head, kind, region, effective_from, title_zh, body_zh, title_en, body_en)
VALUES
    ('100000-default-case-promised', 0, '', 'case-promised', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '承诺已登记',
     '您在“{itemName}”申请（办件编号 {caseNumber}）中承诺后补下列材料：{materials}。逾期未补交的，将责令限期整改，并依法处理。依据：{ground}。',
     'Promise recorded',
     'With your application for “{itemName}” (case {caseNumber}) you promised to hand in later: {materials}. What does not come in time will be followed up by law. Ground: {ground}.'),
    ('100000-default-promise-fulfilled', 0, '', 'promise-fulfilled', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '承诺材料已收到',
     '您的“{itemName}”申请（办件编号 {caseNumber}）承诺后补的“{material}”已于 {date} 收到。',
     'Promised material received',
     'On {date} we received “{material}”, promised with your application for “{itemName}” (case {caseNumber}).'),
    ('100000-default-promise-overdue', 0, '', 'promise-overdue', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '承诺材料逾期未补',
     '您的“{itemName}”申请（办件编号 {caseNumber}）承诺后补的材料到期（{due}）仍未收到：{materials}。请尽快补交；拒不补交的，依法撤销决定并可能列入失信名单，您有权陈述申辩。',
     'Promised materials are overdue',
     'Materials promised with your application for “{itemName}” (case {caseNumber}) did not come by {due}: {materials}. Please hand them in without delay; otherwise the decision may be revoked by law and you may be listed. You have the right to state your case.');
