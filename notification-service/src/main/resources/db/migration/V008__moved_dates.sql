-- Dates that a decree moved, until their applicants are told: who has many cases hears of them once.
-- Told when nothing has been added for a while, at the latest some time after the first.
CREATE TABLE moved_dates (
    party   text        NOT NULL,
    decree  text        NOT NULL,
    tell_at timestamptz NOT NULL,
    latest  timestamptz NOT NULL,
    PRIMARY KEY (party, decree)
);
CREATE INDEX moved_dates_due ON moved_dates (tell_at);

CREATE TABLE moved_date (
    party       text        NOT NULL,
    decree      text        NOT NULL,
    case_id     text        NOT NULL,
    cause       text        NOT NULL,
    region      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    chinese     jsonb       NOT NULL,
    english     jsonb       NOT NULL,
    PRIMARY KEY (party, decree, case_id)
);

INSERT INTO templates
       (id, version, chain_head, kind, region, effective_from, title_zh, body_zh, title_en, body_en)
VALUES
    ('100000-default-cases-rebased', 0, '', 'cases-rebased', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '办理期限重新计算',
     '因节假日安排调整（{decree}），您有 {count} 件在办申请的办理期限已重新计算：{cases}。',
     'Dates counted anew',
     'A holiday decree ({decree}) moved the dates of {count} of your applications: {cases}.');
