-- Words for each kind of message; what stands in a row never changes but for its end.
CREATE TABLE templates (
    id             text        PRIMARY KEY,
    version        bigint      NOT NULL,
    chain_head     text        NOT NULL,
    kind           text        NOT NULL,
    region         text        NOT NULL,
    province       text,
    city           text,
    county         text,
    town           text,
    village        text,
    department     text,
    party          text,
    effective_from timestamptz NOT NULL,
    effective_to   timestamptz,
    title_zh       text        NOT NULL,
    body_zh        text        NOT NULL,
    title_en       text        NOT NULL,
    body_en        text        NOT NULL,
    UNIQUE (kind, region, effective_from)
);
CREATE INDEX templates_county ON templates (county, id DESC);
CREATE INDEX templates_city ON templates (city, id DESC);
CREATE INDEX templates_province ON templates (province, id DESC);

-- A message in an inbox. The id follows from event, kind and recipient: twice the same is one.
CREATE TABLE messages (
    id             text        PRIMARY KEY,
    kind           text        NOT NULL,
    cause          text        NOT NULL,
    case_id        text,
    region         text        NOT NULL,
    province       text,
    city           text,
    county         text,
    town           text,
    village        text,
    recipient_kind text        NOT NULL CHECK (recipient_kind IN ('PARTY', 'OFFICERS')),
    party          text,
    department     text,
    roles          text[]      NOT NULL DEFAULT '{}',
    recipient      text        NOT NULL,
    template       text        NOT NULL,
    title_zh       text        NOT NULL,
    body_zh        text        NOT NULL,
    title_en       text        NOT NULL,
    body_en        text        NOT NULL,
    created_at     timestamptz NOT NULL,
    CHECK ((recipient_kind = 'PARTY') = (party IS NOT NULL)),
    UNIQUE (cause, kind, recipient)
);
-- an inbox, newest first
CREATE INDEX messages_party ON messages (party, id DESC) WHERE party IS NOT NULL;
CREATE INDEX messages_department ON messages (department, id DESC) WHERE recipient_kind = 'OFFICERS';
CREATE INDEX messages_county ON messages (county, id DESC) WHERE recipient_kind = 'OFFICERS';
CREATE INDEX messages_city ON messages (city, id DESC) WHERE recipient_kind = 'OFFICERS';
CREATE INDEX messages_province ON messages (province, id DESC) WHERE recipient_kind = 'OFFICERS';

-- Who has seen what; outlives a rebuild of the messages.
CREATE TABLE message_reads (
    message text        NOT NULL,
    reader  text        NOT NULL,
    read_at timestamptz NOT NULL,
    PRIMARY KEY (message, reader)
);

INSERT INTO templates
       (id, version, chain_head, kind, region, effective_from, title_zh, body_zh, title_en, body_en)
VALUES
    ('100000-default-case-submitted', 0, '', 'case-submitted', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '申请已收到',
     '您于 {date} 提交的“{itemName}”申请（办件编号 {caseNumber}）已收到。我们将在 {answerDue} 前告知是否受理；逾期未告知的，自收到之日起即为受理。',
     'Application received',
     'We received your application for “{itemName}” (case {caseNumber}) on {date}. You will hear by {answerDue} whether it is accepted; if you do not, it counts as accepted from the day we received it.'),
    ('100000-default-case-accepted', 0, '', 'case-accepted', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '申请已受理',
     '您的“{itemName}”申请（办件编号 {caseNumber}）已于 {date} 受理。承诺办结时间：{promisedDue}；法定办结期限：{legalDue}。',
     'Application accepted',
     'Your application for “{itemName}” (case {caseNumber}) was accepted on {date}. Promised by {promisedDue}; due by law on {legalDue}.'),
    ('100000-default-case-deemed-accepted', 0, '', 'case-deemed-accepted', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '申请视为受理',
     '您的“{itemName}”申请（办件编号 {caseNumber}）因逾期未告知，自 {acceptedFrom} 起视为受理（{ground}）。承诺办结时间：{promisedDue}；法定办结期限：{legalDue}。',
     'Application deemed accepted',
     'Nobody answered in time, so your application for “{itemName}” (case {caseNumber}) counts as accepted from {acceptedFrom} ({ground}). Promised by {promisedDue}; due by law on {legalDue}.'),
    ('100000-default-correction-requested', 0, '', 'correction-requested', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '请补正材料',
     '您的“{itemName}”申请（办件编号 {caseNumber}）需一次性补正以下材料：{missing}。请于 {answerBy} 前提交。',
     'Please complete your application',
     'Your application for “{itemName}” (case {caseNumber}) lacks the following, told once and completely: {missing}. Please hand it in by {answerBy}.'),
    ('100000-default-case-not-accepted', 0, '', 'case-not-accepted', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '申请不予受理',
     '您的“{itemName}”申请（办件编号 {caseNumber}）于 {date} 不予受理。理由：{reason}；依据：{ground}；有权办理的机关：{rightBody}。',
     'Application not accepted',
     'Your application for “{itemName}” (case {caseNumber}) was not accepted on {date}. Reason: {reason}. Legal ground: {ground}. Competent body: {rightBody}.'),
    ('100000-default-case-suspended', 0, '', 'case-suspended', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '办理期限暂停计算',
     '您的“{itemName}”申请（办件编号 {caseNumber}）自 {date} 起进入“{procedure}”程序（{ground}），预计 {announcedDays} 个工作日，所需时间不计入办理期限。事由：{reason}。预计承诺办结时间：{promisedDue}。',
     'The clock is stopped',
     'A special procedure ({procedure}, {ground}) began on {date} for your application “{itemName}” (case {caseNumber}). It will take about {announcedDays} working days, which are not counted. Reason: {reason}. Now promised by {promisedDue}.'),
    ('100000-default-case-resumed', 0, '', 'case-resumed', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '恢复计算办理期限',
     '您的“{itemName}”申请（办件编号 {caseNumber}）特别程序已于 {date} 结束，恢复计算期限。承诺办结时间：{promisedDue}；法定办结期限：{legalDue}。',
     'The clock runs again',
     'The special procedure for your application “{itemName}” (case {caseNumber}) ended on {date}. Promised by {promisedDue}; due by law on {legalDue}.'),
    ('100000-default-case-extended', 0, '', 'case-extended', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '办理期限延长',
     '您的“{itemName}”申请（办件编号 {caseNumber}）经批准延长 {by}。理由：{reason}。延长后法定办结期限：{legalDue}。',
     'Time limit extended',
     'The time limit of your application “{itemName}” (case {caseNumber}) was extended by {by}. Reason: {reason}. Now due by law on {legalDue}.'),
    ('100000-default-case-granted', 0, '', 'case-granted', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '准予许可',
     '{authority} 已于 {date} 对您的“{itemName}”申请（办件编号 {caseNumber}）作出准予决定（{decisionNumber}）。有效期：{validFrom} 至 {validTo}。',
     'Application granted',
     'On {date}, {authority} granted your application for “{itemName}” (case {caseNumber}, decision {decisionNumber}). Valid from {validFrom} to {validTo}.'),
    ('100000-default-case-refused', 0, '', 'case-refused', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '不予许可',
     '{authority} 已于 {date} 对您的“{itemName}”申请（办件编号 {caseNumber}）作出不予许可决定（{decisionNumber}）。理由：{reason}；依据：{ground}。您依法享有申请行政复议或者提起行政诉讼的权利。',
     'Application refused',
     'On {date}, {authority} refused your application for “{itemName}” (case {caseNumber}, decision {decisionNumber}). Reason: {reason}. Legal ground: {ground}. You may apply for administrative reconsideration or bring an administrative action.'),
    ('100000-default-certificate-issued', 0, '', 'certificate-issued', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '证照已签发',
     '您的“{certificateName}”（编号 {certificateNumber}，办件编号 {caseNumber}）已于 {date} 签发，有效期：{validFrom} 至 {validTo}。',
     'Certificate issued',
     'Your certificate “{certificateName}” (number {certificateNumber}, case {caseNumber}) was issued on {date}. Valid from {validFrom} to {validTo}.'),
    ('100000-default-case-withdrawn', 0, '', 'case-withdrawn', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '申请已撤回',
     '您的“{itemName}”申请（办件编号 {caseNumber}）已于 {date} 撤回。',
     'Application withdrawn',
     'Your application for “{itemName}” (case {caseNumber}) was withdrawn on {date}.'),
    ('100000-default-card-issued', 0, '', 'card-issued', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '{colour}：{itemName}',
     '办件 {caseNumber}（{itemName}）于 {threshold} 触发{colour}，期限 {due}。规则：{rule}；依据：{ground}。请及时处理。',
     '{colour}: {itemName}',
     'Case {caseNumber} ({itemName}) drew a {colour} at {threshold}; it is due on {due}. Rule: {rule}; ground: {ground}. Please act on it.');
