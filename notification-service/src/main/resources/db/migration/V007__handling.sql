-- Who waits for a decision is told when a decree moves its date, and what is asked for during the review.
INSERT INTO templates
       (id, version, chain_head, kind, region, effective_from, title_zh, body_zh, title_en, body_en)
VALUES
    ('100000-default-case-rebased', 0, '', 'case-rebased', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '办理期限重新计算',
     '因节假日安排调整（{decree}），您的“{itemName}”申请（办件编号 {caseNumber}）的办理期限已重新计算。承诺办结时间：{promisedDue}；法定办结期限：{legalDue}。',
     'Dates counted anew',
     'A holiday decree ({decree}) moved the dates of your application “{itemName}” (case {caseNumber}). Now promised by {promisedDue}; due by law on {legalDue}.'),
    ('100000-default-supplement-requested', 0, '', 'supplement-requested', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '审查中请您补正材料',
     '您的“{itemName}”申请（办件编号 {caseNumber}）在审查中需要补正：{missing}。请于 {answerBy} 前提交。',
     'More is needed for the review',
     'The review of your application “{itemName}” (case {caseNumber}) needs: {missing}. Please hand it in by {answerBy}.');
